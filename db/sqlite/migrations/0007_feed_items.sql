CREATE TABLE `feed_items` (
	`item_id` text PRIMARY KEY NOT NULL,
	`feed` text NOT NULL
);
