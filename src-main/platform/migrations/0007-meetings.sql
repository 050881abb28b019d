-- Rounds of parent meetings. A place is text, day and minute, since it is taken as one value.
CREATE TABLE "meetingRounds" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "name" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "mode" TEXT NOT NULL,
  "per" TEXT NOT NULL,
  "minutes" INTEGER NOT NULL,
  "pauseMinutes" INTEGER NOT NULL,
  "mostInARow" INTEGER,
  "walkMinutes" INTEGER NOT NULL,
  "separated" TEXT NOT NULL,
  "opensOn" TEXT,
  "siblingsDaysEarlier" INTEGER NOT NULL,
  "closesOn" TEXT,
  "asksQuestions" INTEGER NOT NULL,
  "introduction" TEXT,
  "state" TEXT NOT NULL,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
CREATE TABLE "meetingDays" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "roundId" TEXT NOT NULL,
  "day" TEXT NOT NULL,
  "from" INTEGER NOT NULL,
  "until" INTEGER NOT NULL,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
CREATE TABLE "meetingResources" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "roundId" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "staffId" TEXT,
  "name" TEXT,
  "language" TEXT,
  "capacity" INTEGER NOT NULL,
  "room" TEXT,
  "building" TEXT,
  "videoLink" TEXT,
  "free" TEXT NOT NULL,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
CREATE TABLE "meetingParties" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "roundId" TEXT NOT NULL,
  "guardianIds" TEXT NOT NULL,
  "wishes" TEXT,
  "apartFrom" TEXT,
  "interpreter" TEXT,
  "isOnPaper" INTEGER NOT NULL,
  "invitedAt" TEXT,
  "remindedAt" TEXT,
  "answeredAt" TEXT,
  "declinedAt" TEXT,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
CREATE TABLE "meetingTalks" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "roundId" TEXT NOT NULL,
  "partyId" TEXT NOT NULL,
  "pupilId" TEXT NOT NULL,
  "alsoPupilIds" TEXT NOT NULL,
  "resourceIds" TEXT NOT NULL,
  "staffIds" TEXT NOT NULL,
  "minutes" INTEGER NOT NULL,
  "isByVideo" INTEGER NOT NULL,
  "isInvited" INTEGER NOT NULL,
  "place" TEXT,
  "placedBy" TEXT,
  "isPinned" INTEGER NOT NULL,
  "confirmedAt" TEXT,
  "question" TEXT,
  "cancelledAt" TEXT,
  "outcome" TEXT,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
CREATE TABLE "meetingNotes" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "staffId" TEXT NOT NULL,
  "text" TEXT,
  "followUp" TEXT,
  "followUpDoneAt" TEXT,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
CREATE INDEX meetingDays_round ON "meetingDays" ("roundId");
--> statement-breakpoint
CREATE INDEX meetingResources_round ON "meetingResources" ("roundId");
--> statement-breakpoint
CREATE INDEX meetingParties_round ON "meetingParties" ("roundId");
--> statement-breakpoint
CREATE INDEX meetingTalks_round ON "meetingTalks" ("roundId");
--> statement-breakpoint
CREATE INDEX meetingTalks_pupil ON "meetingTalks" ("pupilId");
