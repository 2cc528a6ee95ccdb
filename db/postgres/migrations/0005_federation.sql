ALTER TABLE "accounts" ADD COLUMN "home_forum_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "home_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "home_forum_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "home_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "home_forum_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "home_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "reachable" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "organizations_home" ON "organizations" USING btree ("home_forum_id");