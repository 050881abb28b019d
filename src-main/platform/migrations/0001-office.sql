-- The platform's own tables: who did what, what the portal has yet to hear, the state of the clock.
CREATE TABLE syncState (k TEXT PRIMARY KEY, v TEXT) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE actions (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  staffId TEXT NOT NULL,
  path TEXT NOT NULL,
  subject TEXT,
  undoes TEXT,
  undoneBy TEXT
) STRICT;
--> statement-breakpoint
CREATE INDEX actions_staff ON actions (staffId, n);
--> statement-breakpoint
CREATE TABLE changes (
  n INTEGER PRIMARY KEY,
  actionId TEXT NOT NULL,
  tbl TEXT NOT NULL,
  rowId TEXT NOT NULL,
  field TEXT,
  old TEXT,
  new TEXT,
  hlc TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX changes_row ON changes (rowId, n);
--> statement-breakpoint
CREATE INDEX changes_action ON changes (actionId);
--> statement-breakpoint
-- Rows that are gone are found by what they were, and are few.
CREATE INDEX changes_removed ON changes (tbl) WHERE field IS NULL AND new IS NULL;
--> statement-breakpoint
CREATE TABLE outbox (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  opId TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  tbl TEXT,
  rowId TEXT,
  field TEXT,
  value TEXT,
  hlc TEXT NOT NULL,
  base TEXT,
  cmd TEXT,
  args TEXT,
  staffId TEXT NOT NULL,
  tx INTEGER NOT NULL,
  wall INTEGER NOT NULL,
  batch INTEGER
) STRICT;
--> statement-breakpoint
CREATE INDEX outbox_field ON outbox (rowId, tbl, field) WHERE batch IS NULL AND field IS NOT NULL;
--> statement-breakpoint
CREATE TABLE "schools" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "name" TEXT NOT NULL,
  "place" TEXT,
  "country" TEXT NOT NULL,
  "language" TEXT NOT NULL,
  "registrationNumber" TEXT,
  "street" TEXT,
  "postcode" TEXT,
  "town" TEXT,
  "phone" TEXT,
  "email" TEXT,
  "website" TEXT,
  "timeZone" TEXT NOT NULL,
  "idleLockMinutes" INTEGER NOT NULL,
  "confidentialityLine" TEXT,
  "keepsNationalNumber" INTEGER NOT NULL,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
CREATE TABLE "staff" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "firstName" TEXT NOT NULL,
  "prefix" TEXT,
  "lastName" TEXT NOT NULL,
  "userName" TEXT NOT NULL,
  "email" TEXT,
  "role" TEXT NOT NULL,
  "language" TEXT,
  "seesMedical" INTEGER NOT NULL,
  "isActive" INTEGER NOT NULL,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
CREATE TABLE "preferences" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "staffId" TEXT NOT NULL,
  "key" TEXT NOT NULL,
  "value" TEXT,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
CREATE TABLE "schoolYears" (
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
CREATE TABLE "groups" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "schoolYearId" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "yearGrades" TEXT NOT NULL,
  "room" TEXT,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
CREATE TABLE "groupStaff" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "groupId" TEXT NOT NULL,
  "staffId" TEXT NOT NULL,
  "task" TEXT NOT NULL,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
CREATE TABLE "pupils" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "firstName" TEXT NOT NULL,
  "officialNames" TEXT,
  "initials" TEXT,
  "prefix" TEXT,
  "lastName" TEXT NOT NULL,
  "sex" TEXT NOT NULL,
  "birthDate" TEXT,
  "birthPlace" TEXT,
  "nationalNumber" TEXT,
  "nationalNumberKind" TEXT,
  "pupilNumber" TEXT,
  "homeLanguages" TEXT NOT NULL,
  "nationality" TEXT,
  "email" TEXT,
  "yearGrade" TEXT,
  "note" TEXT,
  "protectionLevel" INTEGER NOT NULL,
  "alias" TEXT,
  "protectionAgreement" TEXT,
  "mergedInto" TEXT,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
CREATE TABLE "enrolments" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "pupilId" TEXT NOT NULL,
  "appliedOn" TEXT,
  "startsOn" TEXT,
  "endsOn" TEXT,
  "endReason" TEXT,
  "fromSchool" TEXT,
  "toSchool" TEXT,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
CREATE TABLE "memberships" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "pupilId" TEXT NOT NULL,
  "groupId" TEXT NOT NULL,
  "from" TEXT,
  "until" TEXT,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
CREATE TABLE "medicals" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "alert" TEXT,
  "allergies" TEXT,
  "conditions" TEXT,
  "medication" TEXT,
  "diet" TEXT,
  "medicationPermitted" INTEGER NOT NULL,
  "instructions" TEXT,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
CREATE TABLE "photos" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "dataUrl" TEXT NOT NULL,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
CREATE TABLE "disclosures" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "pupilId" TEXT NOT NULL,
  "staffId" TEXT NOT NULL,
  "at" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
CREATE TABLE "households" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "street" TEXT,
  "houseNumber" TEXT,
  "houseNumberAddition" TEXT,
  "postcode" TEXT,
  "town" TEXT,
  "addressCountry" TEXT,
  "mailingAddress" TEXT,
  "note" TEXT,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
CREATE TABLE "residences" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "pupilId" TEXT NOT NULL,
  "householdId" TEXT NOT NULL,
  "isMain" INTEGER NOT NULL,
  "arrangement" TEXT,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
CREATE TABLE "guardians" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "firstName" TEXT NOT NULL,
  "initials" TEXT,
  "prefix" TEXT,
  "lastName" TEXT NOT NULL,
  "sex" TEXT NOT NULL,
  "email" TEXT,
  "language" TEXT,
  "note" TEXT,
  "householdId" TEXT,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
CREATE TABLE "guardianLinks" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "pupilId" TEXT NOT NULL,
  "guardianId" TEXT NOT NULL,
  "relation" TEXT NOT NULL,
  "authority" TEXT NOT NULL,
  "authorityDocument" TEXT,
  "authorityOn" TEXT,
  "informationRight" TEXT NOT NULL,
  "informationDocument" TEXT,
  "contactOrder" INTEGER NOT NULL,
  "mayCollect" INTEGER NOT NULL,
  "portalAccess" INTEGER NOT NULL,
  "receivesLetters" INTEGER NOT NULL,
  "noContact" INTEGER NOT NULL,
  "note" TEXT,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
CREATE TABLE "contacts" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "kind" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "organisation" TEXT,
  "address" TEXT,
  "email" TEXT,
  "note" TEXT,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
CREATE TABLE "contactLinks" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "pupilId" TEXT NOT NULL,
  "contactId" TEXT NOT NULL,
  "contactOrder" INTEGER NOT NULL,
  "relation" TEXT,
  "mayCollect" INTEGER NOT NULL,
  "collectingForbidden" INTEGER NOT NULL,
  "validFrom" TEXT,
  "validUntil" TEXT,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
CREATE TABLE "phones" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "ownerKind" TEXT NOT NULL,
  "ownerId" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "number" TEXT NOT NULL,
  "mayCallDuringSchool" INTEGER NOT NULL,
  "position" INTEGER NOT NULL,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
CREATE TABLE "consents" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "pupilId" TEXT NOT NULL,
  "guardianId" TEXT,
  "purpose" TEXT NOT NULL,
  "granted" INTEGER NOT NULL,
  "givenOn" TEXT NOT NULL,
  "version" TEXT NOT NULL,
  "note" TEXT,
  "recordedAt" TEXT NOT NULL,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
CREATE TABLE "externalKeys" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "ownerTable" TEXT NOT NULL,
  "ownerId" TEXT NOT NULL,
  "source" TEXT NOT NULL,
  "value" TEXT NOT NULL,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
CREATE TABLE "importReports" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "at" TEXT NOT NULL,
  "staffId" TEXT NOT NULL,
  "format" TEXT NOT NULL,
  "fileNames" TEXT NOT NULL,
  "counts" TEXT NOT NULL,
  "problems" TEXT NOT NULL,
  "actionId" TEXT NOT NULL,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
CREATE TABLE "savedOverviews" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "staffId" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "request" TEXT NOT NULL,
  "_seq" INTEGER,
  "_h" TEXT NOT NULL,
  "_v" TEXT,
  "_sc" TEXT,
  "_x" TEXT
) STRICT;
--> statement-breakpoint
CREATE TABLE "credentials" (
  "staffId" TEXT PRIMARY KEY NOT NULL,
  "passwordHash" TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX enrolments_pupil ON enrolments (pupilId);
--> statement-breakpoint
CREATE INDEX memberships_pupil ON memberships (pupilId);
--> statement-breakpoint
CREATE INDEX memberships_group ON memberships (groupId);
--> statement-breakpoint
CREATE INDEX residences_pupil ON residences (pupilId);
--> statement-breakpoint
CREATE INDEX residences_household ON residences (householdId);
--> statement-breakpoint
CREATE INDEX guardians_household ON guardians (householdId);
--> statement-breakpoint
CREATE INDEX guardianLinks_pupil ON guardianLinks (pupilId);
--> statement-breakpoint
CREATE INDEX guardianLinks_guardian ON guardianLinks (guardianId);
--> statement-breakpoint
CREATE INDEX contactLinks_pupil ON contactLinks (pupilId);
--> statement-breakpoint
CREATE INDEX contactLinks_contact ON contactLinks (contactId);
--> statement-breakpoint
CREATE INDEX phones_owner ON phones (ownerId);
--> statement-breakpoint
CREATE INDEX consents_pupil ON consents (pupilId);
--> statement-breakpoint
CREATE INDEX externalKeys_owner ON externalKeys (ownerId);
--> statement-breakpoint
CREATE INDEX disclosures_pupil ON disclosures (pupilId);
