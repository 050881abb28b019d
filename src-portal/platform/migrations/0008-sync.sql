-- Whom a row names, as plain columns: behind row-level security PostgreSQL uses no index over `fields ->> …` and none over
-- `scopes`, since neither operator is leakproof; equality of text is.
ALTER TABLE sync_rows
  ADD COLUMN pupil_id text COLLATE "C" GENERATED ALWAYS AS (fields ->> 'pupilId') STORED,
  ADD COLUMN guardian_id text COLLATE "C" GENERATED ALWAYS AS (fields ->> 'guardianId') STORED,
  ADD COLUMN household_id text COLLATE "C" GENERATED ALWAYS AS (fields ->> 'householdId') STORED,
  ADD COLUMN contact_id text COLLATE "C" GENERATED ALWAYS AS (fields ->> 'contactId') STORED,
  ADD COLUMN owner_id text COLLATE "C" GENERATED ALWAYS AS (fields ->> 'ownerId') STORED;
--> statement-breakpoint
DROP INDEX sync_rows_scopes;
--> statement-breakpoint
DROP INDEX sync_rows_pupil;
--> statement-breakpoint
DROP INDEX sync_rows_guardian;
--> statement-breakpoint
DROP INDEX sync_rows_household;
--> statement-breakpoint
DROP INDEX sync_rows_contact;
--> statement-breakpoint
DROP INDEX sync_rows_owner;
--> statement-breakpoint
CREATE INDEX sync_rows_pupil ON sync_rows (school_id, pupil_id, tbl) WHERE pupil_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX sync_rows_guardian ON sync_rows (school_id, guardian_id, tbl) WHERE guardian_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX sync_rows_household ON sync_rows (school_id, household_id, tbl) WHERE household_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX sync_rows_contact ON sync_rows (school_id, contact_id, tbl) WHERE contact_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX sync_rows_owner ON sync_rows (school_id, owner_id, tbl) WHERE owner_id IS NOT NULL;
--> statement-breakpoint
-- A desk that is blocked may send what waits there before it is told to wipe itself: it is kept for the office, and not done.
ALTER TABLE devices ADD COLUMN collects boolean NOT NULL DEFAULT false;
