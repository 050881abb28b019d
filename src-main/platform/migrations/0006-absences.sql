-- What guardians, leave and the office say of a pupil: added and withdrawn, never changed.
CREATE TABLE "absenceReports" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "pupilId" TEXT NOT NULL,
  "source" TEXT NOT NULL,
  "from" TEXT NOT NULL,
  "until" TEXT,
  "part" TEXT NOT NULL,
  "fromTime" TEXT,
  "untilTime" TEXT,
  "weekdays" TEXT NOT NULL,
  "everyWeeks" INTEGER NOT NULL,
  "code" TEXT NOT NULL,
  "evidence" TEXT,
  "note" TEXT,
  "reportedBy" TEXT NOT NULL,
  "reportedAt" TEXT NOT NULL,
  "backOn" TEXT,
  "backPart" TEXT,
  "withdrawnAt" TEXT,
  "withdrawnBy" TEXT,
  "causeId" TEXT,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
-- What a teacher touched in a register; the id is made of pupil, day and part.
CREATE TABLE "absenceMarks" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "pupilId" TEXT NOT NULL,
  "day" TEXT NOT NULL,
  "part" TEXT NOT NULL,
  "observation" TEXT,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
-- What the office decided of a mark, apart from what was seen: decided once against what was there.
CREATE TABLE "absenceDecisions" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "pupilId" TEXT NOT NULL,
  "day" TEXT NOT NULL,
  "part" TEXT NOT NULL,
  "decision" TEXT,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
-- Whether the register of a group was finished; the id is made of group, day and part.
CREATE TABLE "registers" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "groupId" TEXT NOT NULL,
  "day" TEXT NOT NULL,
  "part" TEXT NOT NULL,
  "closedAt" TEXT,
  "closedBy" TEXT,
  "remindedAt" TEXT,
  "remindedBy" TEXT,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
-- Calls about pupils that nobody knew where they were.
CREATE TABLE "callAttempts" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "pupilId" TEXT NOT NULL,
  "day" TEXT NOT NULL,
  "at" TEXT NOT NULL,
  "staffId" TEXT NOT NULL,
  "guardianId" TEXT,
  "contactId" TEXT,
  "result" TEXT NOT NULL,
  "note" TEXT,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
-- Guardians who were, or are to be, told of an absence.
CREATE TABLE "absenceNotices" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "pupilId" TEXT NOT NULL,
  "day" TEXT NOT NULL,
  "part" TEXT NOT NULL,
  "guardianId" TEXT NOT NULL,
  "channel" TEXT NOT NULL,
  "askedBy" TEXT NOT NULL,
  "askedAt" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  "stateAt" TEXT NOT NULL,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
-- How a school registers: one row.
CREATE TABLE "absenceSettings" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "guardiansReport" INTEGER NOT NULL,
  "cutOff" TEXT NOT NULL,
  "callFrom" TEXT NOT NULL,
  "escalateMinutes" INTEGER NOT NULL,
  "hidesIllness" INTEGER NOT NULL,
  "ownCodes" TEXT NOT NULL,
  "noticeTexts" TEXT NOT NULL,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
-- Where a pupil sits, for registers by the plan of the room.
CREATE TABLE "seats" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "pupilId" TEXT NOT NULL,
  "groupId" TEXT NOT NULL,
  "place" INTEGER NOT NULL,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
-- The office has accounted for everybody on a day.
CREATE TABLE "absenceDays" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "day" TEXT NOT NULL,
  "finishedAt" TEXT,
  "finishedBy" TEXT,
  "reason" TEXT,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
CREATE INDEX "absenceReportsByPupil" ON "absenceReports" ("pupilId", "until");
--> statement-breakpoint
CREATE INDEX "absenceReportsByEnd" ON "absenceReports" ("until", "from");
--> statement-breakpoint
CREATE INDEX "absenceMarksByPupil" ON "absenceMarks" ("pupilId", "day");
--> statement-breakpoint
-- Holds what counters read of a whole year, so that they need not go from row to row.
CREATE INDEX "absenceMarksByDay" ON "absenceMarks" ("day", "pupilId", "part", "observation");
--> statement-breakpoint
CREATE INDEX "absenceDecisionsByPupil" ON "absenceDecisions" ("pupilId", "day");
--> statement-breakpoint
CREATE INDEX "absenceDecisionsByDay" ON "absenceDecisions" ("day", "pupilId", "part", "decision");
--> statement-breakpoint
CREATE INDEX "registersByDay" ON "registers" ("day");
--> statement-breakpoint
CREATE INDEX "callAttemptsByDay" ON "callAttempts" ("day");
--> statement-breakpoint
CREATE INDEX "absenceNoticesByDay" ON "absenceNotices" ("day");
--> statement-breakpoint
CREATE INDEX "seatsByGroup" ON "seats" ("groupId");
--> statement-breakpoint
-- What of the sum of a counter somebody contests.
CREATE TABLE "counterContests" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "pupilId" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "day" TEXT NOT NULL,
  "part" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "by" TEXT NOT NULL,
  "at" TEXT NOT NULL,
  "withdrawnAt" TEXT,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
-- Report sheets of counters, and that they were sent by hand.
CREATE TABLE "counterReports" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "pupilId" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "from" TEXT NOT NULL,
  "until" TEXT NOT NULL,
  "total" INTEGER NOT NULL,
  "actions" TEXT NOT NULL,
  "preparedBy" TEXT NOT NULL,
  "preparedAt" TEXT NOT NULL,
  "sentOn" TEXT,
  "sentTo" TEXT,
  "sentBy" TEXT,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
-- Figures that the school put instead of those of Balie.
CREATE TABLE "counterFigures" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "key" TEXT NOT NULL,
  "value" INTEGER NOT NULL,
  "reason" TEXT NOT NULL,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
-- Leave that is asked for; brothers and sisters share the requestId.
CREATE TABLE "leaveRequests" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "requestId" TEXT NOT NULL,
  "pupilId" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "from" TEXT NOT NULL,
  "until" TEXT NOT NULL,
  "part" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "document" TEXT NOT NULL,
  "knownSince" TEXT,
  "source" TEXT NOT NULL,
  "askedBy" TEXT NOT NULL,
  "askedAt" TEXT NOT NULL,
  "forwardedOn" TEXT,
  "decision" TEXT,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
-- How guardians stand to a request for leave.
CREATE TABLE "leaveConsents" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "leaveId" TEXT NOT NULL,
  "pupilId" TEXT NOT NULL,
  "guardianId" TEXT NOT NULL,
  "answer" TEXT NOT NULL,
  "recordedBy" TEXT NOT NULL,
  "at" TEXT NOT NULL,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
-- How a school deals with leave: one row.
CREATE TABLE "leaveSettings" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "guardiansAsk" INTEGER NOT NULL,
  "asksEverybody" INTEGER NOT NULL,
  "principalDecides" INTEGER NOT NULL,
  "rules" TEXT NOT NULL,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
CREATE INDEX "leaveRequestsByPupil" ON "leaveRequests" ("pupilId", "from");
--> statement-breakpoint
CREATE INDEX "leaveConsentsByLeave" ON "leaveConsents" ("leaveId");
--> statement-breakpoint
CREATE INDEX "counterContestsByPupil" ON "counterContests" ("pupilId");
--> statement-breakpoint
CREATE INDEX "counterReportsByPupil" ON "counterReports" ("pupilId");
