CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`role` text NOT NULL,
	`listed` integer NOT NULL,
	`suspended_at` text,
	`created_at` text NOT NULL,
	`since` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_email` ON `accounts` (`email`);--> statement-breakpoint
CREATE INDEX `accounts_organization` ON `accounts` (`organization_id`);--> statement-breakpoint
CREATE TABLE `answers` (
	`item_id` text NOT NULL,
	`organization_id` text NOT NULL,
	`account_id` text NOT NULL,
	`state` text NOT NULL,
	`note` text,
	`acknowledged_at` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`item_id`, `organization_id`)
);
--> statement-breakpoint
CREATE TABLE `audit` (
	`id` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`account_id` text,
	`token_id` text,
	`action` text NOT NULL,
	`subject_id` text,
	`outcome` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_at` ON `audit` (`at`);--> statement-breakpoint
CREATE TABLE `clients` (
	`provider_id` text NOT NULL,
	`client_id` text NOT NULL,
	`since` integer NOT NULL,
	`until` integer,
	PRIMARY KEY(`client_id`, `provider_id`, `since`)
);
--> statement-breakpoint
CREATE INDEX `clients_provider` ON `clients` (`provider_id`);--> statement-breakpoint
CREATE TABLE `forum` (
	`id` integer PRIMARY KEY NOT NULL,
	`forum_id` text NOT NULL,
	`epoch` integer NOT NULL,
	`position` integer NOT NULL,
	`secret` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `groups` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`description` text,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `groups_name` ON `groups` (`name`);--> statement-breakpoint
CREATE TABLE `idempotency` (
	`account_id` text NOT NULL,
	`key` text NOT NULL,
	`fingerprint` text NOT NULL,
	`result` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`account_id`, `key`)
);
--> statement-breakpoint
CREATE INDEX `idempotency_at` ON `idempotency` (`at`);--> statement-breakpoint
CREATE TABLE `item_keys` (
	`key` text NOT NULL,
	`category` text NOT NULL,
	`status` text NOT NULL,
	`at` text NOT NULL,
	`item_id` text NOT NULL,
	`severity` integer NOT NULL,
	PRIMARY KEY(`key`, `category`, `status`, `at`, `item_id`, `severity`)
);
--> statement-breakpoint
CREATE INDEX `item_keys_severity` ON `item_keys` (`key`,`category`,`status`,`severity`,`at`,`item_id`);--> statement-breakpoint
CREATE INDEX `item_keys_item` ON `item_keys` (`item_id`,`category`,`key`);--> statement-breakpoint
CREATE TABLE `items` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`tlp` text NOT NULL,
	`attribution` text NOT NULL,
	`origin_id` text NOT NULL,
	`origin_sector` text NOT NULL,
	`severity` integer NOT NULL,
	`revision` integer NOT NULL,
	`created_at` text NOT NULL,
	`published_at` text,
	`revised_at` text,
	`withdrawn_at` text,
	`withdrawal_reason` text,
	`techniques` text NOT NULL,
	`affects` text NOT NULL,
	`groups` text NOT NULL,
	`author_ids` text NOT NULL,
	`audience` text NOT NULL,
	`content` text NOT NULL,
	`keys` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `items_origin` ON `items` (`origin_id`);--> statement-breakpoint
CREATE TABLE `log` (
	`position` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`entry` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `log_keys` (
	`key` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`key`, `position`)
);
--> statement-breakpoint
CREATE TABLE `memberships` (
	`group_id` text NOT NULL,
	`member` text NOT NULL,
	`since` integer NOT NULL,
	`until` integer,
	PRIMARY KEY(`member`, `group_id`, `since`)
);
--> statement-breakpoint
CREATE INDEX `memberships_group` ON `memberships` (`group_id`);--> statement-breakpoint
CREATE TABLE `organizations` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`sector` text NOT NULL,
	`country` text,
	`suspended_at` text,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organizations_name` ON `organizations` (`name`);--> statement-breakpoint
CREATE TABLE `relations` (
	`source_id` text NOT NULL,
	`type` text NOT NULL,
	`target_id` text NOT NULL,
	PRIMARY KEY(`source_id`, `type`, `target_id`)
);
--> statement-breakpoint
CREATE INDEX `relations_target` ON `relations` (`target_id`);--> statement-breakpoint
CREATE TABLE `relays` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`key` text NOT NULL,
	`organization_id` text NOT NULL,
	`by_organization_id` text NOT NULL,
	`by_account_id` text NOT NULL,
	`at` text NOT NULL,
	`ended_at` text
);
--> statement-breakpoint
CREATE INDEX `relays_item` ON `relays` (`item_id`);--> statement-breakpoint
CREATE TABLE `revisions` (
	`item_id` text NOT NULL,
	`revision` integer NOT NULL,
	`at` text NOT NULL,
	`author_id` text NOT NULL,
	`tlp` text NOT NULL,
	`attribution` text NOT NULL,
	`audience` text NOT NULL,
	`content` text NOT NULL,
	`relations` text NOT NULL,
	`keys` text NOT NULL,
	PRIMARY KEY(`item_id`, `revision`)
);
--> statement-breakpoint
CREATE TABLE `sightings` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`organization_id` text NOT NULL,
	`account_id` text NOT NULL,
	`count` integer NOT NULL,
	`first_seen` text NOT NULL,
	`last_seen` text NOT NULL,
	`attributed` integer NOT NULL,
	`note` text,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sightings_item` ON `sightings` (`item_id`);--> statement-breakpoint
CREATE TABLE `tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`name` text,
	`hash` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text,
	`revoked_at` text,
	`last_used_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tokens_hash` ON `tokens` (`hash`);--> statement-breakpoint
CREATE INDEX `tokens_account` ON `tokens` (`account_id`);