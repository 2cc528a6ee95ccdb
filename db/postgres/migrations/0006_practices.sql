CREATE TABLE "clause_numbers" (
	"item_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"last" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "comment_answers" (
	"comment_id" text COLLATE "C" NOT NULL,
	"round" bigint NOT NULL,
	"disposition" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C",
	"answered_in" bigint,
	"account_id" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	CONSTRAINT "comment_answers_comment_id_round_pk" PRIMARY KEY("comment_id","round")
);
--> statement-breakpoint
CREATE TABLE "practice_comments" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"item_id" text COLLATE "C" NOT NULL,
	"version" bigint NOT NULL,
	"clause" text COLLATE "C",
	"type" text COLLATE "C" NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	"proposed_change" text COLLATE "C",
	"account_id" text COLLATE "C",
	"organization_id" text COLLATE "C",
	"visitor_name" text COLLATE "C",
	"at" text COLLATE "C" NOT NULL,
	"moderation" text COLLATE "C",
	"moderated_by" text COLLATE "C",
	"disposition" text COLLATE "C" NOT NULL,
	"objected" boolean NOT NULL,
	"objection" text COLLATE "C",
	"objected_at" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "practice_decisions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"item_id" text COLLATE "C" NOT NULL,
	"group_id" text COLLATE "C" NOT NULL,
	"version" bigint NOT NULL,
	"from_stage" text COLLATE "C",
	"to_stage" text COLLATE "C" NOT NULL,
	"rule" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"account_id" text COLLATE "C" NOT NULL,
	"organization_id" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C",
	"closes_at" text COLLATE "C",
	"ballot_id" text COLLATE "C",
	"successor_id" text COLLATE "C",
	"objections" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "practice_versions" (
	"item_id" text COLLATE "C" NOT NULL,
	"version" bigint NOT NULL,
	"revision" bigint NOT NULL,
	"stage" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	CONSTRAINT "practice_versions_item_id_version_pk" PRIMARY KEY("item_id","version")
);
--> statement-breakpoint
CREATE TABLE "practices" (
	"item_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"group_id" text COLLATE "C" NOT NULL,
	"stage" text COLLATE "C" NOT NULL,
	"version" bigint NOT NULL,
	"adopted_version" bigint,
	"since" text COLLATE "C" NOT NULL,
	"closes_at" text COLLATE "C",
	"successor_id" text COLLATE "C"
);
--> statement-breakpoint
CREATE INDEX "practice_comments_item" ON "practice_comments" USING btree ("item_id","at","id");--> statement-breakpoint
CREATE INDEX "practice_decisions_item" ON "practice_decisions" USING btree ("item_id","version");--> statement-breakpoint
CREATE INDEX "practices_group" ON "practices" USING btree ("group_id","stage");