-- The week of a group, or of the school where groupId is empty, from a day on.
CREATE TABLE "dayPatterns" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "groupId" TEXT,
  "startsOn" TEXT NOT NULL,
  "monday" TEXT,
  "tuesday" TEXT,
  "wednesday" TEXT,
  "thursday" TEXT,
  "friday" TEXT,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
-- Holidays, study days and other days that are not as the week says.
CREATE TABLE "dayExceptions" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "kind" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "startsOn" TEXT NOT NULL,
  "endsOn" TEXT NOT NULL,
  "part" TEXT NOT NULL,
  "hours" TEXT,
  "groupIds" TEXT,
  "presetKey" TEXT,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
CREATE TABLE "pupilDayExceptions" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "pupilId" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "startsOn" TEXT NOT NULL,
  "endsOn" TEXT NOT NULL,
  "part" TEXT NOT NULL,
  "hours" TEXT,
  "weekdays" TEXT,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
CREATE INDEX "pupilDayExceptionsByPupil" ON "pupilDayExceptions" ("pupilId");
--> statement-breakpoint
CREATE TABLE "terms" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "name" TEXT NOT NULL,
  "startsOn" TEXT NOT NULL,
  "endsOn" TEXT NOT NULL,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
-- Addresses at which programs read the calendar; the row's id is made of the address's secret.
CREATE TABLE "calendarFeeds" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "name" TEXT NOT NULL,
  "groupIds" TEXT,
  "guardianId" TEXT,
  "accountId" TEXT,
  "madeAt" TEXT NOT NULL,
  "withdrawnAt" TEXT,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
-- What an appointment of the school's own has besides; empty on one that a file brought.
ALTER TABLE "calendarEvents" ADD COLUMN "kind" TEXT;
--> statement-breakpoint
ALTER TABLE "calendarEvents" ADD COLUMN "audience" TEXT;
--> statement-breakpoint
ALTER TABLE "calendarEvents" ADD COLUMN "groupIds" TEXT;
--> statement-breakpoint
ALTER TABLE "calendarEvents" ADD COLUMN "isPublished" INTEGER;
