-- The role in which the portal works inside a school; it owns nothing and bypasses nothing.
DO $$ BEGIN
  CREATE ROLE balie_portal NOLOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
--> statement-breakpoint
DO $$ BEGIN
  EXECUTE format('GRANT balie_portal TO %I', current_user);
END $$;
--> statement-breakpoint
-- Puts a school's walls around a table: every row has a school, and only that school's are seen.
CREATE FUNCTION balie_wall(name text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
  EXECUTE format(
    'CREATE POLICY own_school ON %I TO balie_portal USING (school_id = current_setting(''balie.school'')::uuid) WITH CHECK (school_id = current_setting(''balie.school'')::uuid)',
    name);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO balie_portal', name);
END $$;
--> statement-breakpoint
CREATE TABLE schools (
  school_id uuid PRIMARY KEY,
  name text NOT NULL,
  country text NOT NULL CHECK (country IN ('nl', 'be', 'se')),
  language text NOT NULL,
  made_at timestamptz NOT NULL
);
--> statement-breakpoint
SELECT balie_wall('schools');
