-- The school's own key on its way to one more office desk, closed with the half of its code that the
-- portal never sees: kept until the code is used or too old.
CREATE TABLE key_handovers (
  school_id uuid NOT NULL REFERENCES schools (school_id),
  code_hash text PRIMARY KEY,
  sealed_key text NOT NULL,
  ends_at timestamptz NOT NULL
);
--> statement-breakpoint
SELECT balie_wall('key_handovers');
