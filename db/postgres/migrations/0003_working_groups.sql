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
CREATE TABLE "attendance" (
	"meeting_id" text COLLATE "C" NOT NULL,
	"account_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "attendance_meeting_id_account_id_pk" PRIMARY KEY("meeting_id","account_id")
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
CREATE TABLE "group_looks" (
	"account_id" text COLLATE "C" NOT NULL,
	"group_id" text COLLATE "C" NOT NULL,
	"cursor" text COLLATE "C" NOT NULL,
	CONSTRAINT "group_looks_account_id_group_id_pk" PRIMARY KEY("account_id","group_id")
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
CREATE TABLE "secret_papers" (
	"ballot_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"papers" json NOT NULL
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
CREATE TABLE "subject_keys" (
	"subject_id" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"item_id" text COLLATE "C",
	"within" text COLLATE "C",
	CONSTRAINT "subject_keys_subject_id_key_pk" PRIMARY KEY("subject_id","key")
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
CREATE TABLE "timers" (
	"kind" text COLLATE "C" NOT NULL,
	"subject_id" text COLLATE "C" NOT NULL,
	"due" text COLLATE "C" NOT NULL,
	CONSTRAINT "timers_kind_subject_id_pk" PRIMARY KEY("kind","subject_id")
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
CREATE UNIQUE INDEX "adoptions_declared" ON "adoptions" USING btree ("item_id","version","organization_id");--> statement-breakpoint
CREATE INDEX "adoptions_organization" ON "adoptions" USING btree ("organization_id","at");--> statement-breakpoint
CREATE INDEX "adoptions_at" ON "adoptions" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "ballots_group" ON "ballots" USING btree ("group_id","opens_at");--> statement-breakpoint
CREATE INDEX "ballots_item" ON "ballots" USING btree ("item_id","version");--> statement-breakpoint
CREATE INDEX "group_history_group" ON "group_history" USING btree ("group_id","at");--> statement-breakpoint
CREATE INDEX "meetings_group" ON "meetings" USING btree ("group_id","starts_at");--> statement-breakpoint
CREATE INDEX "posts_thread" ON "posts" USING btree ("thread_id","number");--> statement-breakpoint
CREATE INDEX "practice_comments_item" ON "practice_comments" USING btree ("item_id","at","id");--> statement-breakpoint
CREATE INDEX "practice_decisions_item" ON "practice_decisions" USING btree ("item_id","version");--> statement-breakpoint
CREATE INDEX "practices_group" ON "practices" USING btree ("group_id","stage");--> statement-breakpoint
CREATE INDEX "threads_item" ON "threads" USING btree ("item_id","at");--> statement-breakpoint
CREATE INDEX "threads_group" ON "threads" USING btree ("group_id","at");--> statement-breakpoint
CREATE INDEX "timers_due" ON "timers" USING btree ("due");