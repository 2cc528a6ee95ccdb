CREATE TABLE `timers` (
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`due` text NOT NULL,
	PRIMARY KEY(`kind`, `subject_id`)
);
--> statement-breakpoint
CREATE INDEX `timers_due` ON `timers` (`due`);