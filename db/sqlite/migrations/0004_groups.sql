CREATE TABLE `admissions` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`member` text NOT NULL,
	`type` text NOT NULL,
	`standing` text NOT NULL,
	`state` text NOT NULL,
	`note` text,
	`by_account_id` text NOT NULL,
	`at` text NOT NULL,
	`reason` text,
	`answered_at` text
);
--> statement-breakpoint
CREATE INDEX `admissions_group` ON `admissions` (`group_id`,`state`);--> statement-breakpoint
CREATE INDEX `admissions_member` ON `admissions` (`member`,`state`);--> statement-breakpoint
CREATE TABLE `charters` (
	`group_id` text NOT NULL,
	`version` integer NOT NULL,
	`charter` text NOT NULL,
	`author_id` text NOT NULL,
	`at` text NOT NULL,
	`approved_at` text,
	PRIMARY KEY(`group_id`, `version`)
);
--> statement-breakpoint
CREATE TABLE `group_history` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`move` text NOT NULL,
	`from_state` text NOT NULL,
	`to_state` text NOT NULL,
	`account_id` text,
	`reason` text,
	`charter_version` integer,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `group_history_group` ON `group_history` (`group_id`,`at`);--> statement-breakpoint
CREATE TABLE `group_roles` (
	`group_id` text NOT NULL,
	`member` text NOT NULL,
	`role` text NOT NULL,
	`since` text NOT NULL,
	PRIMARY KEY(`group_id`, `member`, `role`)
);
--> statement-breakpoint
CREATE TABLE `sign_ons` (
	`group_id` text NOT NULL,
	`version` integer NOT NULL,
	`organization_id` text NOT NULL,
	`account_id` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`group_id`, `version`, `organization_id`)
);
--> statement-breakpoint
CREATE TABLE `working_groups` (
	`group_id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`proposer_id` text,
	`charter_version` integer,
	`charter_ends_at` text
);
