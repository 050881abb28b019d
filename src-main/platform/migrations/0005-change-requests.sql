-- What a guardian asked on one tab, and for which children.
CREATE TABLE "changeRequests" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "guardianId" TEXT NOT NULL,
  "pupilIds" TEXT NOT NULL,
  "tab" TEXT NOT NULL,
  "source" TEXT NOT NULL,
  "isMedical" INTEGER NOT NULL,
  "partIds" TEXT NOT NULL,
  "madeAt" TEXT NOT NULL,
  "enteredBy" TEXT,
  "checkId" TEXT,
  "withdrawnAt" TEXT,
  "answeredAt" TEXT,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
-- One field or row of it, as it was seen, asked and decided.
CREATE TABLE "changeParts" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "requestId" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "act" TEXT NOT NULL,
  "tbl" TEXT NOT NULL,
  "rowId" TEXT NOT NULL,
  "field" TEXT,
  "seen" TEXT,
  "asked" TEXT,
  "remark" TEXT,
  "isMedical" INTEGER NOT NULL,
  "documentAskedAt" TEXT,
  "documentSeenAt" TEXT,
  "decision" TEXT,
  "decided" TEXT,
  "before" TEXT,
  "reason" TEXT,
  "decidedAt" TEXT,
  "decidedBy" TEXT,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
-- What this school lets guardians ask, where that differs from the list in code.
CREATE TABLE "askRules" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "subject" TEXT NOT NULL,
  "groupId" TEXT,
  "mode" TEXT NOT NULL,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
-- Rounds in which guardians look whether everything is still right.
CREATE TABLE "dataChecks" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "name" TEXT NOT NULL,
  "groupIds" TEXT,
  "startedOn" TEXT NOT NULL,
  "endsOn" TEXT NOT NULL,
  "remindedAt" TEXT,
  "closedAt" TEXT,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
-- Who said that everything is right, and when.
CREATE TABLE "dataConfirmations" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "guardianId" TEXT NOT NULL,
  "checkId" TEXT,
  "confirmedAt" TEXT NOT NULL,
  "source" TEXT NOT NULL,
  "way" TEXT NOT NULL,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
CREATE INDEX changeRequests_guardian ON changeRequests (guardianId);
--> statement-breakpoint
-- The queue: requests that wait for an answer.
CREATE INDEX changeRequests_open ON changeRequests (madeAt) WHERE answeredAt IS NULL;
--> statement-breakpoint
CREATE INDEX changeParts_request ON changeParts (requestId);
--> statement-breakpoint
CREATE INDEX dataConfirmations_guardian ON dataConfirmations (guardianId);
