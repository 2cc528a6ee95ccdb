CREATE TABLE `adoption_cells` (
	`key` text NOT NULL,
	`item_id` text NOT NULL,
	`cells` text NOT NULL,
	PRIMARY KEY(`key`, `item_id`)
);
--> statement-breakpoint
CREATE TABLE `adoptions` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`version` integer NOT NULL,
	`organization_id` text NOT NULL,
	`account_id` text NOT NULL,
	`level` text NOT NULL,
	`clauses` text,
	`deviations` text NOT NULL,
	`evidence` text NOT NULL,
	`valid_until` text,
	`note` text,
	`tlp` text NOT NULL,
	`audience` text NOT NULL,
	`keys` text NOT NULL,
	`declared_at` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `adoptions_declared` ON `adoptions` (`item_id`,`version`,`organization_id`);--> statement-breakpoint
CREATE INDEX `adoptions_organization` ON `adoptions` (`organization_id`,`at`);--> statement-breakpoint
CREATE INDEX `adoptions_at` ON `adoptions` (`at`,`id`);--> statement-breakpoint
CREATE TABLE `ballot_voters` (
	`ballot_id` text NOT NULL,
	`organization_id` text NOT NULL,
	`sector` text NOT NULL,
	`voted` integer NOT NULL,
	PRIMARY KEY(`ballot_id`, `organization_id`)
);
--> statement-breakpoint
CREATE TABLE `ballot_votes` (
	`ballot_id` text NOT NULL,
	`organization_id` text NOT NULL,
	`account_id` text NOT NULL,
	`option` integer,
	`reason` text,
	`at` text NOT NULL,
	`heard_as` text,
	`heard_at` text,
	PRIMARY KEY(`ballot_id`, `organization_id`)
);
--> statement-breakpoint
CREATE TABLE `ballots` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`item_id` text,
	`version` integer,
	`question` text NOT NULL,
	`options` text NOT NULL,
	`rule` text NOT NULL,
	`quorum_percent` integer NOT NULL,
	`balanced` integer NOT NULL,
	`secret` integer NOT NULL,
	`opens_at` text NOT NULL,
	`closes_at` text NOT NULL,
	`zone` text NOT NULL,
	`held_by` text NOT NULL,
	`opened_at` text,
	`closed_at` text,
	`result` text
);
--> statement-breakpoint
CREATE INDEX `ballots_group` ON `ballots` (`group_id`,`opens_at`);--> statement-breakpoint
CREATE INDEX `ballots_item` ON `ballots` (`item_id`,`version`);--> statement-breakpoint
CREATE TABLE `secret_papers` (
	`ballot_id` text PRIMARY KEY NOT NULL,
	`papers` text NOT NULL
);
