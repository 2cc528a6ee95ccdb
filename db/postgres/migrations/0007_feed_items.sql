CREATE TABLE "feed_items" (
	"item_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"feed" text COLLATE "C" NOT NULL
);
