CREATE TABLE "admissions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"group_id" text COLLATE "C" NOT NULL,
	"member" text COLLATE "C" NOT NULL,
	"type" text COLLATE "C" NOT NULL,
	"standing" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"note" text COLLATE "C",
	"by_account_id" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C",
	"answered_at" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "charters" (
	"group_id" text COLLATE "C" NOT NULL,
	"version" bigint NOT NULL,
	"charter" json NOT NULL,
	"author_id" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"approved_at" text COLLATE "C",
	CONSTRAINT "charters_group_id_version_pk" PRIMARY KEY("group_id","version")
);
--> statement-breakpoint
CREATE TABLE "group_history" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"group_id" text COLLATE "C" NOT NULL,
	"move" text COLLATE "C" NOT NULL,
	"from_state" text COLLATE "C" NOT NULL,
	"to_state" text COLLATE "C" NOT NULL,
	"account_id" text COLLATE "C",
	"reason" text COLLATE "C",
	"charter_version" bigint,
	"at" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "group_roles" (
	"group_id" text COLLATE "C" NOT NULL,
	"member" text COLLATE "C" NOT NULL,
	"role" text COLLATE "C" NOT NULL,
	"since" text COLLATE "C" NOT NULL,
	CONSTRAINT "group_roles_group_id_member_role_pk" PRIMARY KEY("group_id","member","role")
);
--> statement-breakpoint
CREATE TABLE "sign_ons" (
	"group_id" text COLLATE "C" NOT NULL,
	"version" bigint NOT NULL,
	"organization_id" text COLLATE "C" NOT NULL,
	"account_id" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	CONSTRAINT "sign_ons_group_id_version_organization_id_pk" PRIMARY KEY("group_id","version","organization_id")
);
--> statement-breakpoint
CREATE TABLE "working_groups" (
	"group_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"proposer_id" text COLLATE "C",
	"charter_version" bigint,
	"charter_ends_at" text COLLATE "C"
);
--> statement-breakpoint
CREATE INDEX "admissions_group" ON "admissions" USING btree ("group_id","state");--> statement-breakpoint
CREATE INDEX "admissions_member" ON "admissions" USING btree ("member","state");--> statement-breakpoint
CREATE INDEX "group_history_group" ON "group_history" USING btree ("group_id","at");