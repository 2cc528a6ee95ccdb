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
CREATE TABLE `attendance` (
	`meeting_id` text NOT NULL,
	`account_id` text NOT NULL,
	PRIMARY KEY(`meeting_id`, `account_id`)
);
--> statement-breakpoint
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
CREATE TABLE `group_looks` (
	`account_id` text NOT NULL,
	`group_id` text NOT NULL,
	`cursor` text NOT NULL,
	PRIMARY KEY(`account_id`, `group_id`)
);
--> statement-breakpoint
CREATE TABLE `group_roles` (
	`group_id` text NOT NULL,
	`member` text NOT NULL,
	`role` text NOT NULL,
	`since` text NOT NULL,
	PRIMARY KEY(`group_id`, `member`, `role`)
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
CREATE INDEX `practices_group` ON `practices` (`group_id`,`stage`);--> statement-breakpoint
CREATE TABLE `secret_papers` (
	`ballot_id` text PRIMARY KEY NOT NULL,
	`papers` text NOT NULL
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
CREATE TABLE `subject_keys` (
	`subject_id` text NOT NULL,
	`key` text NOT NULL,
	`item_id` text,
	`within` text,
	PRIMARY KEY(`subject_id`, `key`)
);
--> statement-breakpoint
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
CREATE INDEX `threads_group` ON `threads` (`group_id`,`at`);--> statement-breakpoint
CREATE TABLE `timers` (
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`due` text NOT NULL,
	PRIMARY KEY(`kind`, `subject_id`)
);
--> statement-breakpoint
CREATE INDEX `timers_due` ON `timers` (`due`);--> statement-breakpoint
CREATE TABLE `working_groups` (
	`group_id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`proposer_id` text,
	`charter_version` integer,
	`charter_ends_at` text
);
