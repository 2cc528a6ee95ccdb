CREATE TABLE `source_objects` (
	`source_id` text NOT NULL,
	`object_id` text NOT NULL,
	`version` text NOT NULL,
	PRIMARY KEY(`source_id`, `object_id`)
);
--> statement-breakpoint
CREATE TABLE `sources` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`account_id` text NOT NULL,
	`token_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`url` text NOT NULL,
	`tlp` text NOT NULL,
	`audience` text NOT NULL,
	`username` text,
	`password` text,
	`paused` integer NOT NULL,
	`created_at` text NOT NULL,
	`polled_at` text,
	`next_at` text NOT NULL,
	`failures` integer NOT NULL,
	`error` text,
	`cursor` text,
	`report` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sources_organization_url` ON `sources` (`organization_id`,`url`);--> statement-breakpoint
CREATE INDEX `sources_next` ON `sources` (`paused`,`next_at`);