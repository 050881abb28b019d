-- The pupils of a group, for the list of names that its guardians see: as with `pupil_id` (0008), only a plain column is
-- looked up behind row-level security.
ALTER TABLE sync_rows
  ADD COLUMN group_id text COLLATE "C" GENERATED ALWAYS AS (fields ->> 'groupId') STORED;
--> statement-breakpoint
CREATE INDEX sync_rows_group ON sync_rows (school_id, group_id, tbl) WHERE group_id IS NOT NULL;
--> statement-breakpoint
-- What a guardian typed on a tab and has not sent yet; sealed with the key of the portal.
CREATE TABLE request_drafts (
  school_id uuid NOT NULL,
  account_id uuid NOT NULL REFERENCES accounts (account_id) ON DELETE CASCADE,
  -- The tie to the child, or `own` for what is about the guardian alone.
  about text NOT NULL,
  tab text NOT NULL,
  typed text NOT NULL,
  kept_at timestamptz NOT NULL,
  PRIMARY KEY (account_id, about, tab)
);
--> statement-breakpoint
-- Which answer a guardian was written about: the same one is not mailed twice, whatever a desk sends again.
CREATE TABLE request_answers (
  school_id uuid NOT NULL REFERENCES schools (school_id),
  request_id uuid NOT NULL,
  answered_at text NOT NULL,
  PRIMARY KEY (school_id, request_id)
);
--> statement-breakpoint
-- Which reminder of a data check went out.
CREATE TABLE check_reminders (
  school_id uuid NOT NULL REFERENCES schools (school_id),
  check_id text NOT NULL,
  reminded_at text NOT NULL,
  PRIMARY KEY (school_id, check_id, reminded_at)
);
--> statement-breakpoint
SELECT balie_wall(name) FROM unnest(ARRAY['request_drafts', 'request_answers', 'check_reminders']) AS name;
