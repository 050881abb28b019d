-- Codes that tie a guardian's account to a child, as the office knows them. The code itself is nowhere.
CREATE TABLE "linkCodes" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "linkId" TEXT NOT NULL,
  "way" TEXT NOT NULL,
  "sha" TEXT,
  "email" TEXT,
  "madeAt" TEXT NOT NULL,
  "madeBy" TEXT NOT NULL,
  "endsOn" TEXT NOT NULL,
  "printedAt" TEXT,
  "revokedAt" TEXT,
  "sentAt" TEXT,
  "failure" TEXT,
  "usedAt" TEXT,
  "refusal" TEXT,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
CREATE INDEX linkCodes_link ON linkCodes (linkId);
--> statement-breakpoint
-- The account of a guardian at the portal; the id is the guardian's.
CREATE TABLE "guardianAccounts" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "state" TEXT NOT NULL,
  "email" TEXT,
  "isConfirmed" INTEGER NOT NULL,
  "askedAt" TEXT,
  "activatedAt" TEXT,
  "signedInOn" TEXT,
  "lockedBy" TEXT,
  "mailFailure" TEXT,
  "isLocked" INTEGER NOT NULL,
  "lockReason" TEXT,
  "lockedAt" TEXT,
  "unlockedAt" TEXT,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
CREATE TABLE "accountSettings" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "codeDays" INTEGER NOT NULL,
  "needsCapitalAndDigit" INTEGER NOT NULL,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
-- Somebody without a letter asks for access.
CREATE TABLE "accessRequests" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "madeAt" TEXT NOT NULL,
  "ownName" TEXT NOT NULL,
  "childName" TEXT NOT NULL,
  "birthDate" TEXT NOT NULL,
  "email" TEXT NOT NULL,
  "phone" TEXT,
  "decision" TEXT,
  "decidedAt" TEXT,
  "decidedBy" TEXT,
  "reason" TEXT,
  "linkId" TEXT,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
-- The second factor of somebody who signs in at this computer, in the telephone's own form (RFC 6238, base32).
ALTER TABLE credentials ADD COLUMN totpSecret TEXT;
--> statement-breakpoint
-- The last code that counted: no code counts twice.
ALTER TABLE credentials ADD COLUMN totpLastStep INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
-- A code with which somebody chooses the own first password at this computer. Local, as passwords are.
CREATE TABLE "staffInvitations" (
  "staffId" TEXT PRIMARY KEY NOT NULL,
  "codeHash" TEXT NOT NULL,
  "endsOn" TEXT NOT NULL
) STRICT;
