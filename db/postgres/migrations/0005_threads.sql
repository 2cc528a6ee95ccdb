CREATE TABLE "attendance" (
	"meeting_id" text COLLATE "C" NOT NULL,
	"account_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "attendance_meeting_id_account_id_pk" PRIMARY KEY("meeting_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "group_looks" (
	"account_id" text COLLATE "C" NOT NULL,
	"group_id" text COLLATE "C" NOT NULL,
	"cursor" text COLLATE "C" NOT NULL,
	CONSTRAINT "group_looks_account_id_group_id_pk" PRIMARY KEY("account_id","group_id")
);
--> statement-breakpoint
CREATE TABLE "meetings" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"group_id" text COLLATE "C" NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"starts_at" text COLLATE "C" NOT NULL,
	"ends_at" text COLLATE "C" NOT NULL,
	"place" text COLLATE "C",
	"agenda" json NOT NULL,
	"rule" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"record" json,
	"at" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "post_versions" (
	"post_id" text COLLATE "C" NOT NULL,
	"version" bigint NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	CONSTRAINT "post_versions_post_id_version_pk" PRIMARY KEY("post_id","version")
);
--> statement-breakpoint
CREATE TABLE "posts" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"thread_id" text COLLATE "C" NOT NULL,
	"number" bigint NOT NULL,
	"reply_to_id" text COLLATE "C",
	"account_id" text COLLATE "C" NOT NULL,
	"organization_id" text COLLATE "C" NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	"mention_ids" json NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"edited_at" text COLLATE "C",
	"removed_at" text COLLATE "C",
	"removed_by_id" text COLLATE "C",
	"removal_reason" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "threads" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"item_id" text COLLATE "C",
	"group_id" text COLLATE "C",
	"title" text COLLATE "C" NOT NULL,
	"tlp" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE INDEX "meetings_group" ON "meetings" USING btree ("group_id","starts_at");--> statement-breakpoint
CREATE INDEX "posts_thread" ON "posts" USING btree ("thread_id","number");--> statement-breakpoint
CREATE INDEX "threads_item" ON "threads" USING btree ("item_id","at");--> statement-breakpoint
CREATE INDEX "threads_group" ON "threads" USING btree ("group_id","at");