CREATE TABLE `subject_keys` (
	`subject_id` text NOT NULL,
	`key` text NOT NULL,
	`item_id` text,
	`within` text,
	PRIMARY KEY(`subject_id`, `key`)
);
