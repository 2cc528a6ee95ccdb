CREATE TABLE "accounts" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organization_id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"email" text COLLATE "C" NOT NULL,
	"role" text COLLATE "C" NOT NULL,
	"listed" boolean NOT NULL,
	"suspended_at" text COLLATE "C",
	"created_at" text COLLATE "C" NOT NULL,
	"since" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "answers" (
	"item_id" text COLLATE "C" NOT NULL,
	"organization_id" text COLLATE "C" NOT NULL,
	"account_id" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"note" text COLLATE "C",
	"acknowledged_at" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	CONSTRAINT "answers_item_id_organization_id_pk" PRIMARY KEY("item_id","organization_id")
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"account_id" text COLLATE "C",
	"token_id" text COLLATE "C",
	"action" text COLLATE "C" NOT NULL,
	"subject_id" text COLLATE "C",
	"outcome" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "clients" (
	"provider_id" text COLLATE "C" NOT NULL,
	"client_id" text COLLATE "C" NOT NULL,
	"since" bigint NOT NULL,
	"until" bigint,
	CONSTRAINT "clients_client_id_provider_id_since_pk" PRIMARY KEY("client_id","provider_id","since")
);
--> statement-breakpoint
CREATE TABLE "forum" (
	"id" bigint PRIMARY KEY NOT NULL,
	"forum_id" text COLLATE "C" NOT NULL,
	"epoch" bigint NOT NULL,
	"position" bigint NOT NULL,
	"secret" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "groups" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"description" text COLLATE "C",
	"created_at" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency" (
	"account_id" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"fingerprint" text COLLATE "C" NOT NULL,
	"result" json NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	CONSTRAINT "idempotency_account_id_key_pk" PRIMARY KEY("account_id","key")
);
--> statement-breakpoint
CREATE TABLE "item_keys" (
	"key" text COLLATE "C" NOT NULL,
	"category" text COLLATE "C" NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"item_id" text COLLATE "C" NOT NULL,
	"severity" bigint NOT NULL,
	CONSTRAINT "item_keys_key_category_status_at_item_id_severity_pk" PRIMARY KEY("key","category","status","at","item_id","severity")
);
--> statement-breakpoint
CREATE TABLE "items" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"tlp" text COLLATE "C" NOT NULL,
	"attribution" text COLLATE "C" NOT NULL,
	"origin_id" text COLLATE "C" NOT NULL,
	"origin_sector" text COLLATE "C" NOT NULL,
	"severity" bigint NOT NULL,
	"revision" bigint NOT NULL,
	"created_at" text COLLATE "C" NOT NULL,
	"published_at" text COLLATE "C",
	"revised_at" text COLLATE "C",
	"withdrawn_at" text COLLATE "C",
	"withdrawal_reason" text COLLATE "C",
	"techniques" text COLLATE "C" NOT NULL,
	"affects" text COLLATE "C" NOT NULL,
	"groups" text COLLATE "C" NOT NULL,
	"author_ids" json NOT NULL,
	"audience" json NOT NULL,
	"content" json NOT NULL,
	"keys" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "log" (
	"position" bigint PRIMARY KEY NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"entry" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "log_keys" (
	"key" text COLLATE "C" NOT NULL,
	"position" bigint NOT NULL,
	CONSTRAINT "log_keys_key_position_pk" PRIMARY KEY("key","position")
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"group_id" text COLLATE "C" NOT NULL,
	"member" text COLLATE "C" NOT NULL,
	"since" bigint NOT NULL,
	"until" bigint,
	CONSTRAINT "memberships_member_group_id_since_pk" PRIMARY KEY("member","group_id","since")
);
--> statement-breakpoint
CREATE TABLE "organizations" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"sector" text COLLATE "C" NOT NULL,
	"country" text COLLATE "C",
	"suspended_at" text COLLATE "C",
	"created_at" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "relations" (
	"source_id" text COLLATE "C" NOT NULL,
	"type" text COLLATE "C" NOT NULL,
	"target_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "relations_source_id_type_target_id_pk" PRIMARY KEY("source_id","type","target_id")
);
--> statement-breakpoint
CREATE TABLE "relays" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"item_id" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"organization_id" text COLLATE "C" NOT NULL,
	"by_organization_id" text COLLATE "C" NOT NULL,
	"by_account_id" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"ended_at" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "revisions" (
	"item_id" text COLLATE "C" NOT NULL,
	"revision" bigint NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"author_id" text COLLATE "C" NOT NULL,
	"tlp" text COLLATE "C" NOT NULL,
	"attribution" text COLLATE "C" NOT NULL,
	"audience" json NOT NULL,
	"content" json NOT NULL,
	"relations" json NOT NULL,
	"keys" json NOT NULL,
	CONSTRAINT "revisions_item_id_revision_pk" PRIMARY KEY("item_id","revision")
);
--> statement-breakpoint
CREATE TABLE "sightings" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"item_id" text COLLATE "C" NOT NULL,
	"organization_id" text COLLATE "C" NOT NULL,
	"account_id" text COLLATE "C" NOT NULL,
	"count" bigint NOT NULL,
	"first_seen" text COLLATE "C" NOT NULL,
	"last_seen" text COLLATE "C" NOT NULL,
	"attributed" boolean NOT NULL,
	"note" text COLLATE "C",
	"at" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tokens" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"account_id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C",
	"hash" text COLLATE "C" NOT NULL,
	"created_at" text COLLATE "C" NOT NULL,
	"expires_at" text COLLATE "C",
	"revoked_at" text COLLATE "C",
	"last_used_at" text COLLATE "C"
);
--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_email" ON "accounts" USING btree ("email");--> statement-breakpoint
CREATE INDEX "accounts_organization" ON "accounts" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "audit_at" ON "audit" USING btree ("at");--> statement-breakpoint
CREATE INDEX "clients_provider" ON "clients" USING btree ("provider_id");--> statement-breakpoint
CREATE UNIQUE INDEX "groups_name" ON "groups" USING btree ("name");--> statement-breakpoint
CREATE INDEX "idempotency_at" ON "idempotency" USING btree ("at");--> statement-breakpoint
CREATE INDEX "item_keys_severity" ON "item_keys" USING btree ("key","category","status","severity","at","item_id");--> statement-breakpoint
CREATE INDEX "item_keys_item" ON "item_keys" USING btree ("item_id","category","key");--> statement-breakpoint
CREATE INDEX "items_origin" ON "items" USING btree ("origin_id");--> statement-breakpoint
CREATE INDEX "memberships_group" ON "memberships" USING btree ("group_id");--> statement-breakpoint
CREATE UNIQUE INDEX "organizations_name" ON "organizations" USING btree ("name");--> statement-breakpoint
CREATE INDEX "relations_target" ON "relations" USING btree ("target_id");--> statement-breakpoint
CREATE INDEX "relays_item" ON "relays" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "sightings_item" ON "sightings" USING btree ("item_id");--> statement-breakpoint
CREATE UNIQUE INDEX "tokens_hash" ON "tokens" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "tokens_account" ON "tokens" USING btree ("account_id");