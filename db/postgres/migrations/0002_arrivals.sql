ALTER TABLE "organizations" ADD COLUMN "since" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "log_at" ON "log" USING btree ("at","position");--> statement-breakpoint
CREATE INDEX "organizations_since" ON "organizations" USING btree ("since");--> statement-breakpoint
INSERT INTO "log_keys" ("key", "position")
  SELECT 'item:' || ("entry"->>'itemId'), "position" FROM "log" WHERE "entry"->>'type' = 'item';
