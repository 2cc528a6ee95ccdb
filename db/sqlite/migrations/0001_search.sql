CREATE TABLE `search_rows` (
	`id` integer PRIMARY KEY AUTOINCREMENT,
	`item_id` text NOT NULL UNIQUE
);
--> statement-breakpoint
CREATE VIRTUAL TABLE `search` USING fts5(title, summary, body, tokenize = 'porter unicode61');
--> statement-breakpoint
CREATE VIRTUAL TABLE `search_words` USING fts5(title, summary, body, tokenize = 'unicode61', detail = 'column', content = '', contentless_delete = 1);
