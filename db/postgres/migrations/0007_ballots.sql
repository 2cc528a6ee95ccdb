CREATE TABLE "adoption_cells" (
	"key" text COLLATE "C" NOT NULL,
	"item_id" text COLLATE "C" NOT NULL,
	"cells" json NOT NULL,
	CONSTRAINT "adoption_cells_key_item_id_pk" PRIMARY KEY("key","item_id")
);
--> statement-breakpoint
CREATE TABLE "adoptions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"item_id" text COLLATE "C" NOT NULL,
	"version" bigint NOT NULL,
	"organization_id" text COLLATE "C" NOT NULL,
	"account_id" text COLLATE "C" NOT NULL,
	"level" text COLLATE "C" NOT NULL,
	"clauses" json,
	"deviations" json NOT NULL,
	"evidence" json NOT NULL,
	"valid_until" text COLLATE "C",
	"note" text COLLATE "C",
	"tlp" text COLLATE "C" NOT NULL,
	"audience" json NOT NULL,
	"keys" json NOT NULL,
	"declared_at" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ballot_voters" (
	"ballot_id" text COLLATE "C" NOT NULL,
	"organization_id" text COLLATE "C" NOT NULL,
	"sector" text COLLATE "C" NOT NULL,
	"voted" boolean NOT NULL,
	CONSTRAINT "ballot_voters_ballot_id_organization_id_pk" PRIMARY KEY("ballot_id","organization_id")
);
--> statement-breakpoint
CREATE TABLE "ballot_votes" (
	"ballot_id" text COLLATE "C" NOT NULL,
	"organization_id" text COLLATE "C" NOT NULL,
	"account_id" text COLLATE "C" NOT NULL,
	"option" bigint,
	"reason" text COLLATE "C",
	"at" text COLLATE "C" NOT NULL,
	"heard_as" text COLLATE "C",
	"heard_at" text COLLATE "C",
	CONSTRAINT "ballot_votes_ballot_id_organization_id_pk" PRIMARY KEY("ballot_id","organization_id")
);
--> statement-breakpoint
CREATE TABLE "ballots" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"group_id" text COLLATE "C" NOT NULL,
	"item_id" text COLLATE "C",
	"version" bigint,
	"question" text COLLATE "C" NOT NULL,
	"options" json NOT NULL,
	"rule" text COLLATE "C" NOT NULL,
	"quorum_percent" bigint NOT NULL,
	"balanced" boolean NOT NULL,
	"secret" boolean NOT NULL,
	"opens_at" text COLLATE "C" NOT NULL,
	"closes_at" text COLLATE "C" NOT NULL,
	"zone" text COLLATE "C" NOT NULL,
	"held_by" text COLLATE "C" NOT NULL,
	"opened_at" text COLLATE "C",
	"closed_at" text COLLATE "C",
	"result" json
);
--> statement-breakpoint
CREATE TABLE "secret_papers" (
	"ballot_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"papers" json NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "adoptions_declared" ON "adoptions" USING btree ("item_id","version","organization_id");--> statement-breakpoint
CREATE INDEX "adoptions_organization" ON "adoptions" USING btree ("organization_id","at");--> statement-breakpoint
CREATE INDEX "adoptions_at" ON "adoptions" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "ballots_group" ON "ballots" USING btree ("group_id","opens_at");--> statement-breakpoint
CREATE INDEX "ballots_item" ON "ballots" USING btree ("item_id","version");