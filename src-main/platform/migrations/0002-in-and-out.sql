CREATE TABLE "importPresets" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "name" TEXT NOT NULL,
  "dateOrder" TEXT NOT NULL,
  "decimalComma" INTEGER NOT NULL,
  "columns" TEXT NOT NULL,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
CREATE TABLE "calendarEvents" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "key" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "description" TEXT,
  "location" TEXT,
  "startsAt" TEXT NOT NULL,
  "endsAt" TEXT NOT NULL,
  "timeZone" TEXT,
  "recurrence" TEXT,
  "exceptions" TEXT NOT NULL,
  "isCancelled" INTEGER NOT NULL,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
-- Who took which pupils out of the house, in what form and what for.
CREATE TABLE "exportLog" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "at" TEXT NOT NULL,
  "staffId" TEXT NOT NULL,
  "format" TEXT NOT NULL,
  "purpose" TEXT NOT NULL,
  "pupils" INTEGER NOT NULL,
  "protectedLeftOut" INTEGER NOT NULL,
  "protectedTaken" INTEGER NOT NULL,
  "withNationalNumbers" INTEGER NOT NULL,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
