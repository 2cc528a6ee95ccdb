CREATE TABLE `search_rows` (
	`id` integer PRIMARY KEY AUTOINCREMENT,
	`item_id` text NOT NULL UNIQUE
);
--> statement-breakpoint
CREATE VIRTUAL TABLE `search` USING fts5(title, summary, body, tokenize = 'porter unicode61');
