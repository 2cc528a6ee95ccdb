CREATE TABLE "source_objects" (
	"source_id" text COLLATE "C" NOT NULL,
	"object_id" text COLLATE "C" NOT NULL,
	"version" text COLLATE "C" NOT NULL,
	CONSTRAINT "source_objects_source_id_object_id_pk" PRIMARY KEY("source_id","object_id")
);
--> statement-breakpoint
CREATE TABLE "sources" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organization_id" text COLLATE "C" NOT NULL,
	"account_id" text COLLATE "C" NOT NULL,
	"token_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"url" text COLLATE "C" NOT NULL,
	"tlp" text COLLATE "C" NOT NULL,
	"audience" json NOT NULL,
	"username" text COLLATE "C",
	"password" text COLLATE "C",
	"paused" boolean NOT NULL,
	"created_at" text COLLATE "C" NOT NULL,
	"polled_at" text COLLATE "C",
	"next_at" text COLLATE "C" NOT NULL,
	"failures" bigint NOT NULL,
	"error" text COLLATE "C",
	"cursor" text COLLATE "C",
	"report" json NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "sources_organization_url" ON "sources" USING btree ("organization_id","url");--> statement-breakpoint
CREATE INDEX "sources_next" ON "sources" USING btree ("paused","next_at");