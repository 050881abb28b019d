-- A batch as it was sent: sent again it must be the same to the letter.
CREATE TABLE sealedBatches (
  batch INTEGER PRIMARY KEY,
  sha TEXT NOT NULL,
  operations TEXT NOT NULL
) STRICT;
--> statement-breakpoint
-- What the portal has, kept for a month: a portal that was restored gets it again.
CREATE TABLE outboxArchive (
  batch INTEGER PRIMARY KEY,
  operations TEXT NOT NULL,
  seq INTEGER NOT NULL,
  at INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
-- Operations that the portal did not carry out, for people to see.
CREATE TABLE rejections (
  opId TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  fate TEXT NOT NULL,
  code TEXT,
  operation TEXT NOT NULL,
  isSeen INTEGER NOT NULL DEFAULT 0
) STRICT;
--> statement-breakpoint
CREATE TABLE scopesHeld (
  scope TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  "after" TEXT NOT NULL,
  isComplete INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- A value that somebody wrote and that another one, who had not seen it, wrote over.
CREATE TABLE "syncNotices" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "tbl" TEXT NOT NULL,
  "rowId" TEXT NOT NULL,
  "field" TEXT NOT NULL,
  "lostValue" TEXT,
  "keptValue" TEXT,
  "lostBy" TEXT,
  "keptBy" TEXT,
  "at" TEXT NOT NULL,
  "settledAt" TEXT,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
