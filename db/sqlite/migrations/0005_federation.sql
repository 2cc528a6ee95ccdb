CREATE TABLE `alarms` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`peer_id` text NOT NULL,
	`forum_id` text,
	`stream` text,
	`sequence` integer,
	`message` text NOT NULL,
	`raised_at` text NOT NULL,
	`count` integer NOT NULL,
	`acknowledged_at` text
);
--> statement-breakpoint
CREATE INDEX `alarms_open` ON `alarms` (`acknowledged_at`,`raised_at`);--> statement-breakpoint
CREATE TABLE `arrived_revisions` (
	`item_id` text NOT NULL,
	`revision` integer NOT NULL,
	`digest` text NOT NULL,
	`revision_here` integer NOT NULL,
	PRIMARY KEY(`item_id`, `revision`)
);
--> statement-breakpoint
CREATE TABLE `checkpoints` (
	`forum_id` text NOT NULL,
	`stream` text NOT NULL,
	`peer_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`hash` text NOT NULL,
	`at` text NOT NULL,
	`shown_at` text NOT NULL,
	`ahead_since` text,
	`bytes` text NOT NULL,
	PRIMARY KEY(`forum_id`, `stream`, `peer_id`)
);
--> statement-breakpoint
CREATE TABLE `envelopes` (
	`forum_id` text NOT NULL,
	`stream` text NOT NULL,
	`sequence` integer NOT NULL,
	`hash` text NOT NULL,
	`bytes` text NOT NULL,
	`item_id` text NOT NULL,
	`revision` integer NOT NULL,
	`act` text NOT NULL,
	`at` text NOT NULL,
	`route` text NOT NULL,
	`peer_id` text,
	`refused_as` text,
	`refusal` text,
	`passed_on` integer NOT NULL,
	PRIMARY KEY(`forum_id`, `stream`, `sequence`)
);
--> statement-breakpoint
CREATE INDEX `envelopes_item` ON `envelopes` (`item_id`);--> statement-breakpoint
CREATE INDEX `envelopes_peer` ON `envelopes` (`peer_id`,`passed_on`);--> statement-breakpoint
CREATE TABLE `forum_keys` (
	`kid` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`public_key` text NOT NULL,
	`private_key` text NOT NULL,
	`created_at` text NOT NULL,
	`revoked_at` text,
	`statement` text
);
--> statement-breakpoint
CREATE TABLE `peer_keys` (
	`forum_id` text NOT NULL,
	`kid` text NOT NULL,
	`number` integer NOT NULL,
	`public_key` text NOT NULL,
	`added_at` text NOT NULL,
	`revoked_at` text,
	PRIMARY KEY(`forum_id`, `kid`)
);
--> statement-breakpoint
CREATE TABLE `peers` (
	`id` text PRIMARY KEY NOT NULL,
	`forum_id` text NOT NULL,
	`name` text NOT NULL,
	`url` text NOT NULL,
	`contact` text,
	`state` text NOT NULL,
	`agreement` text NOT NULL,
	`added_at` text NOT NULL,
	`cursor` text,
	`contacted_at` text,
	`next_at` text NOT NULL,
	`failures` integer NOT NULL,
	`error` text,
	`taken` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `peers_forum` ON `peers` (`forum_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `peers_name` ON `peers` (`name`);--> statement-breakpoint
CREATE TABLE `publishing` (
	`id` integer PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`opened` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `receipts` (
	`peer_id` text NOT NULL,
	`stream` text NOT NULL,
	`sequence` integer NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`peer_id`, `stream`)
);
--> statement-breakpoint
CREATE TABLE `refusals` (
	`peer_id` text NOT NULL,
	`stream` text NOT NULL,
	`sequence` integer NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`peer_id`, `stream`, `sequence`)
);
--> statement-breakpoint
CREATE TABLE `stream_items` (
	`forum_id` text NOT NULL,
	`stream` text NOT NULL,
	`item_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`revision` integer NOT NULL,
	`act` text NOT NULL,
	`digest` text NOT NULL,
	`claim` text,
	PRIMARY KEY(`forum_id`, `stream`, `item_id`)
);
--> statement-breakpoint
CREATE INDEX `stream_items_item` ON `stream_items` (`item_id`);--> statement-breakpoint
CREATE TABLE `streams` (
	`forum_id` text NOT NULL,
	`stream` text NOT NULL,
	`sequence` integer NOT NULL,
	`hash` text NOT NULL,
	`key_number` integer NOT NULL,
	`at` text NOT NULL,
	`confirmed` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`forum_id`, `stream`)
);
--> statement-breakpoint
ALTER TABLE `accounts` ADD `home_forum_id` text;--> statement-breakpoint
ALTER TABLE `accounts` ADD `home_id` text;--> statement-breakpoint
ALTER TABLE `items` ADD `home_forum_id` text;--> statement-breakpoint
ALTER TABLE `items` ADD `home_id` text;--> statement-breakpoint
ALTER TABLE `organizations` ADD `home_forum_id` text;--> statement-breakpoint
ALTER TABLE `organizations` ADD `home_id` text;--> statement-breakpoint
ALTER TABLE `organizations` ADD `reachable` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `organizations_home` ON `organizations` (`home_forum_id`);