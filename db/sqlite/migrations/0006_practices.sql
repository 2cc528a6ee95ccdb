CREATE TABLE `clause_numbers` (
	`item_id` text PRIMARY KEY NOT NULL,
	`last` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `comment_answers` (
	`comment_id` text NOT NULL,
	`round` integer NOT NULL,
	`disposition` text NOT NULL,
	`reason` text,
	`answered_in` integer,
	`account_id` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`comment_id`, `round`)
);
--> statement-breakpoint
CREATE TABLE `practice_comments` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`version` integer NOT NULL,
	`clause` text,
	`type` text NOT NULL,
	`text` text NOT NULL,
	`proposed_change` text,
	`account_id` text,
	`organization_id` text,
	`visitor_name` text,
	`at` text NOT NULL,
	`moderation` text,
	`moderated_by` text,
	`disposition` text NOT NULL,
	`objected` integer NOT NULL,
	`objection` text,
	`objected_at` text
);
--> statement-breakpoint
CREATE INDEX `practice_comments_item` ON `practice_comments` (`item_id`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `practice_decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`group_id` text NOT NULL,
	`version` integer NOT NULL,
	`from_stage` text,
	`to_stage` text NOT NULL,
	`rule` text NOT NULL,
	`at` text NOT NULL,
	`account_id` text NOT NULL,
	`organization_id` text NOT NULL,
	`reason` text,
	`closes_at` text,
	`ballot_id` text,
	`successor_id` text,
	`objections` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `practice_decisions_item` ON `practice_decisions` (`item_id`,`version`);--> statement-breakpoint
CREATE TABLE `practice_versions` (
	`item_id` text NOT NULL,
	`version` integer NOT NULL,
	`revision` integer NOT NULL,
	`stage` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`item_id`, `version`)
);
--> statement-breakpoint
CREATE TABLE `practices` (
	`item_id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`stage` text NOT NULL,
	`version` integer NOT NULL,
	`adopted_version` integer,
	`since` text NOT NULL,
	`closes_at` text,
	`successor_id` text
);
--> statement-breakpoint
CREATE INDEX `practices_group` ON `practices` (`group_id`,`stage`);