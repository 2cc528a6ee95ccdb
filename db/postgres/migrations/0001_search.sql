CREATE TEXT SEARCH DICTIONARY tocsin_stem (TEMPLATE = snowball, Language = english);
--> statement-breakpoint
CREATE TEXT SEARCH CONFIGURATION tocsin (COPY = simple);
--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION tocsin ALTER MAPPING REPLACE simple WITH tocsin_stem;
--> statement-breakpoint
CREATE TABLE "search" (
	"item_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"document" tsvector NOT NULL,
	"words" tsvector NOT NULL
);
--> statement-breakpoint
CREATE INDEX "search_document" ON "search" USING gin ("document");
--> statement-breakpoint
CREATE INDEX "search_words" ON "search" USING gin ("words");
