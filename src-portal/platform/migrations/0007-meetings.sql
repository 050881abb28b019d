-- What guardians were told by mail about a round, so that nobody is told twice, and where a talk was when they were.
CREATE TABLE meeting_mails (
  school_id uuid NOT NULL,
  round_id text NOT NULL,
  guardian_id text NOT NULL,
  kind text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (school_id, round_id, guardian_id, kind)
);
--> statement-breakpoint
CREATE TABLE meeting_told (
  school_id uuid NOT NULL,
  talk_id text NOT NULL,
  place text,
  PRIMARY KEY (school_id, talk_id)
);
--> statement-breakpoint
SELECT balie_wall(name) FROM unnest(ARRAY['meeting_mails', 'meeting_told']) AS name;
