ALTER TABLE `accounts` ADD `home_forum_id` text;--> statement-breakpoint
ALTER TABLE `accounts` ADD `home_id` text;--> statement-breakpoint
ALTER TABLE `items` ADD `home_forum_id` text;--> statement-breakpoint
ALTER TABLE `items` ADD `home_id` text;--> statement-breakpoint
ALTER TABLE `organizations` ADD `home_forum_id` text;--> statement-breakpoint
ALTER TABLE `organizations` ADD `home_id` text;--> statement-breakpoint
ALTER TABLE `organizations` ADD `reachable` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `organizations_home` ON `organizations` (`home_forum_id`);