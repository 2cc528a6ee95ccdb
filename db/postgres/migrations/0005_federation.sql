CREATE TABLE "alarms" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"peer_id" text COLLATE "C" NOT NULL,
	"forum_id" text COLLATE "C",
	"stream" text COLLATE "C",
	"sequence" bigint,
	"message" text COLLATE "C" NOT NULL,
	"raised_at" text COLLATE "C" NOT NULL,
	"count" bigint NOT NULL,
	"acknowledged_at" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "arrived_revisions" (
	"item_id" text COLLATE "C" NOT NULL,
	"revision" bigint NOT NULL,
	"digest" text COLLATE "C" NOT NULL,
	"revision_here" bigint NOT NULL,
	CONSTRAINT "arrived_revisions_item_id_revision_pk" PRIMARY KEY("item_id","revision")
);
--> statement-breakpoint
CREATE TABLE "checkpoints" (
	"forum_id" text COLLATE "C" NOT NULL,
	"stream" text COLLATE "C" NOT NULL,
	"peer_id" text COLLATE "C" NOT NULL,
	"sequence" bigint NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"shown_at" text COLLATE "C" NOT NULL,
	"ahead_since" text COLLATE "C",
	"bytes" text COLLATE "C" NOT NULL,
	CONSTRAINT "checkpoints_forum_id_stream_peer_id_pk" PRIMARY KEY("forum_id","stream","peer_id")
);
--> statement-breakpoint
CREATE TABLE "envelopes" (
	"forum_id" text COLLATE "C" NOT NULL,
	"stream" text COLLATE "C" NOT NULL,
	"sequence" bigint NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	"bytes" text COLLATE "C" NOT NULL,
	"item_id" text COLLATE "C" NOT NULL,
	"revision" bigint NOT NULL,
	"act" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"route" json NOT NULL,
	"peer_id" text COLLATE "C",
	"refused_as" text COLLATE "C",
	"refusal" text COLLATE "C",
	"passed_on" boolean NOT NULL,
	CONSTRAINT "envelopes_forum_id_stream_sequence_pk" PRIMARY KEY("forum_id","stream","sequence")
);
--> statement-breakpoint
CREATE TABLE "forum_keys" (
	"kid" text COLLATE "C" PRIMARY KEY NOT NULL,
	"number" bigint NOT NULL,
	"public_key" json NOT NULL,
	"private_key" text COLLATE "C" NOT NULL,
	"created_at" text COLLATE "C" NOT NULL,
	"revoked_at" text COLLATE "C",
	"statement" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "peer_keys" (
	"forum_id" text COLLATE "C" NOT NULL,
	"kid" text COLLATE "C" NOT NULL,
	"number" bigint NOT NULL,
	"public_key" json NOT NULL,
	"added_at" text COLLATE "C" NOT NULL,
	"revoked_at" text COLLATE "C",
	CONSTRAINT "peer_keys_forum_id_kid_pk" PRIMARY KEY("forum_id","kid")
);
--> statement-breakpoint
CREATE TABLE "peers" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"forum_id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"url" text COLLATE "C" NOT NULL,
	"contact" text COLLATE "C",
	"state" text COLLATE "C" NOT NULL,
	"agreement" json NOT NULL,
	"added_at" text COLLATE "C" NOT NULL,
	"cursor" text COLLATE "C",
	"contacted_at" text COLLATE "C",
	"next_at" text COLLATE "C" NOT NULL,
	"failures" bigint NOT NULL,
	"error" text COLLATE "C",
	"taken" json
);
--> statement-breakpoint
CREATE TABLE "publishing" (
	"id" bigint PRIMARY KEY NOT NULL,
	"position" bigint NOT NULL,
	"opened" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "receipts" (
	"peer_id" text COLLATE "C" NOT NULL,
	"stream" text COLLATE "C" NOT NULL,
	"sequence" bigint NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	CONSTRAINT "receipts_peer_id_stream_pk" PRIMARY KEY("peer_id","stream")
);
--> statement-breakpoint
CREATE TABLE "refusals" (
	"peer_id" text COLLATE "C" NOT NULL,
	"stream" text COLLATE "C" NOT NULL,
	"sequence" bigint NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	CONSTRAINT "refusals_peer_id_stream_sequence_pk" PRIMARY KEY("peer_id","stream","sequence")
);
--> statement-breakpoint
CREATE TABLE "stream_items" (
	"forum_id" text COLLATE "C" NOT NULL,
	"stream" text COLLATE "C" NOT NULL,
	"item_id" text COLLATE "C" NOT NULL,
	"sequence" bigint NOT NULL,
	"revision" bigint NOT NULL,
	"act" text COLLATE "C" NOT NULL,
	"digest" text COLLATE "C" NOT NULL,
	"claim" json,
	CONSTRAINT "stream_items_forum_id_stream_item_id_pk" PRIMARY KEY("forum_id","stream","item_id")
);
--> statement-breakpoint
CREATE TABLE "streams" (
	"forum_id" text COLLATE "C" NOT NULL,
	"stream" text COLLATE "C" NOT NULL,
	"sequence" bigint NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	"key_number" bigint NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"confirmed" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "streams_forum_id_stream_pk" PRIMARY KEY("forum_id","stream")
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "home_forum_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "home_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "home_forum_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "home_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "home_forum_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "home_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "reachable" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "alarms_open" ON "alarms" USING btree ("acknowledged_at","raised_at");--> statement-breakpoint
CREATE INDEX "envelopes_item" ON "envelopes" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "envelopes_peer" ON "envelopes" USING btree ("peer_id","passed_on");--> statement-breakpoint
CREATE UNIQUE INDEX "peers_forum" ON "peers" USING btree ("forum_id");--> statement-breakpoint
CREATE UNIQUE INDEX "peers_name" ON "peers" USING btree ("name");--> statement-breakpoint
CREATE INDEX "stream_items_item" ON "stream_items" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "organizations_home" ON "organizations" USING btree ("home_forum_id");