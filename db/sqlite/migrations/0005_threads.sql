CREATE TABLE `attendance` (
	`meeting_id` text NOT NULL,
	`account_id` text NOT NULL,
	PRIMARY KEY(`meeting_id`, `account_id`)
);
--> statement-breakpoint
CREATE TABLE `group_looks` (
	`account_id` text NOT NULL,
	`group_id` text NOT NULL,
	`cursor` text NOT NULL,
	PRIMARY KEY(`account_id`, `group_id`)
);
--> statement-breakpoint
CREATE TABLE `meetings` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`title` text NOT NULL,
	`starts_at` text NOT NULL,
	`ends_at` text NOT NULL,
	`place` text,
	`agenda` text NOT NULL,
	`rule` text NOT NULL,
	`state` text NOT NULL,
	`record` text,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `meetings_group` ON `meetings` (`group_id`,`starts_at`);--> statement-breakpoint
CREATE TABLE `post_versions` (
	`post_id` text NOT NULL,
	`version` integer NOT NULL,
	`text` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`post_id`, `version`)
);
--> statement-breakpoint
CREATE TABLE `posts` (
	`id` text PRIMARY KEY NOT NULL,
	`thread_id` text NOT NULL,
	`number` integer NOT NULL,
	`reply_to_id` text,
	`account_id` text NOT NULL,
	`organization_id` text NOT NULL,
	`text` text NOT NULL,
	`mention_ids` text NOT NULL,
	`at` text NOT NULL,
	`edited_at` text,
	`removed_at` text,
	`removed_by_id` text,
	`removal_reason` text
);
--> statement-breakpoint
CREATE INDEX `posts_thread` ON `posts` (`thread_id`,`number`);--> statement-breakpoint
CREATE TABLE `threads` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text,
	`group_id` text,
	`title` text NOT NULL,
	`tlp` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `threads_item` ON `threads` (`item_id`,`at`);--> statement-breakpoint
CREATE INDEX `threads_group` ON `threads` (`group_id`,`at`);