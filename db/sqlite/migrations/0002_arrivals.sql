ALTER TABLE `organizations` ADD `since` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `organizations_since` ON `organizations` (`since`);--> statement-breakpoint
CREATE INDEX `log_at` ON `log` (`at`,`position`);--> statement-breakpoint
INSERT INTO `log_keys` (`key`, `position`)
  SELECT 'item:' || json_extract(`entry`, '$.itemId'), `position` FROM `log` WHERE json_extract(`entry`, '$.type') = 'item';
