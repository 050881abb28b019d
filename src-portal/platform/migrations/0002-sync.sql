-- One line per school: the order of everything that happens (sync.md 3.4). Its row lock is the sequencer.
CREATE TABLE sync_clocks (
  school_id uuid PRIMARY KEY REFERENCES schools (school_id),
  epoch uuid NOT NULL,
  seq bigint NOT NULL DEFAULT 0,
  oldest_seq bigint NOT NULL DEFAULT 0,
  -- ed25519: orders to desks (withdraw, wipe) are signed with it, and desks pin the public half.
  public_key text NOT NULL,
  private_key text NOT NULL
);
--> statement-breakpoint
CREATE TABLE devices (
  school_id uuid NOT NULL REFERENCES schools (school_id),
  device_id uuid PRIMARY KEY,
  tag integer NOT NULL,
  staff_id text NOT NULL,
  name text NOT NULL,
  public_key text NOT NULL,
  app_version text,
  schema integer NOT NULL DEFAULT 1,
  made_at timestamptz NOT NULL,
  last_seen_at timestamptz,
  last_batch bigint NOT NULL DEFAULT 0,
  waiting integer NOT NULL DEFAULT 0,
  revoked_at timestamptz,
  wiped_at timestamptz,
  wipe_receipt text,
  UNIQUE (school_id, tag)
);
--> statement-breakpoint
CREATE TABLE device_sessions (
  school_id uuid NOT NULL,
  token_hash text PRIMARY KEY,
  device_id uuid NOT NULL REFERENCES devices (device_id),
  ends_at timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE device_challenges (
  school_id uuid NOT NULL,
  nonce text PRIMARY KEY,
  device_id uuid NOT NULL,
  ends_at timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE enrol_codes (
  school_id uuid NOT NULL,
  code_hash text PRIMARY KEY,
  staff_id text NOT NULL,
  ends_at timestamptz NOT NULL,
  used_at timestamptz
);
--> statement-breakpoint
CREATE TABLE sync_batches (
  school_id uuid NOT NULL,
  device_id uuid NOT NULL,
  batch bigint NOT NULL,
  sha text NOT NULL,
  answer jsonb,
  at timestamptz NOT NULL,
  PRIMARY KEY (device_id, batch)
);
--> statement-breakpoint
-- Every operation that ever took effect or was refused, once: a batch that is sent again after a restore does nothing twice.
CREATE TABLE sync_ops (
  school_id uuid NOT NULL,
  op_id uuid NOT NULL,
  device_id uuid NOT NULL,
  seq bigint NOT NULL,
  outcome jsonb NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (school_id, op_id)
);
--> statement-breakpoint
CREATE TABLE sync_rows (
  school_id uuid NOT NULL,
  tbl text NOT NULL COLLATE "C",
  id text NOT NULL COLLATE "C",
  -- Values as SQLite has them, by field; health data sealed as one text under the key '*'.
  fields jsonb NOT NULL,
  born text NOT NULL,
  stamps jsonb NOT NULL,
  gone text,
  seq bigint NOT NULL,
  -- The desk that alone changed the row since `before_seq` need not get its own changes back.
  device_id uuid,
  before_seq bigint NOT NULL DEFAULT 0,
  scopes text[] NOT NULL,
  -- Highest protection of the pupils the row is about.
  level integer NOT NULL DEFAULT 0,
  PRIMARY KEY (school_id, tbl, id)
);
--> statement-breakpoint
CREATE INDEX sync_rows_seq ON sync_rows (school_id, seq);
--> statement-breakpoint
CREATE INDEX sync_rows_scopes ON sync_rows USING gin (scopes);
--> statement-breakpoint
CREATE INDEX sync_rows_pupil ON sync_rows (school_id, tbl, (fields ->> 'pupilId')) WHERE fields ? 'pupilId';
--> statement-breakpoint
CREATE INDEX sync_rows_guardian ON sync_rows (school_id, tbl, (fields ->> 'guardianId')) WHERE fields ? 'guardianId';
--> statement-breakpoint
CREATE INDEX sync_rows_household ON sync_rows (school_id, tbl, (fields ->> 'householdId')) WHERE fields ? 'householdId';
--> statement-breakpoint
CREATE INDEX sync_rows_contact ON sync_rows (school_id, tbl, (fields ->> 'contactId')) WHERE fields ? 'contactId';
--> statement-breakpoint
CREATE INDEX sync_rows_owner ON sync_rows (school_id, tbl, (fields ->> 'ownerId')) WHERE fields ? 'ownerId';
--> statement-breakpoint
-- A row left these scopes at this place in the order; kept as long as deletions.
CREATE TABLE row_exits (
  school_id uuid NOT NULL,
  seq bigint NOT NULL,
  tbl text NOT NULL,
  id text NOT NULL,
  scopes text[] NOT NULL,
  PRIMARY KEY (school_id, seq, tbl, id)
);
--> statement-breakpoint
CREATE TABLE field_history (
  school_id uuid NOT NULL,
  seq bigint NOT NULL,
  op_id uuid NOT NULL,
  tbl text NOT NULL,
  id text NOT NULL,
  field text NOT NULL,
  value jsonb,
  hlc text NOT NULL,
  by_hlc text NOT NULL,
  staff_id text,
  device_id uuid,
  fate text NOT NULL,
  concurrent boolean NOT NULL,
  at timestamptz NOT NULL
);
--> statement-breakpoint
CREATE INDEX field_history_row ON field_history (school_id, tbl, id, seq);
--> statement-breakpoint
-- What each member of staff may hold, now and before: withdrawal is decided by when something was written.
CREATE TABLE scope_grants (
  school_id uuid NOT NULL,
  staff_id text NOT NULL,
  scope text NOT NULL,
  from_seq bigint NOT NULL,
  from_at timestamptz NOT NULL,
  until_seq bigint,
  until_at timestamptz,
  PRIMARY KEY (school_id, staff_id, scope, from_seq)
);
--> statement-breakpoint
CREATE TABLE staff_roles (
  school_id uuid NOT NULL,
  staff_id text NOT NULL,
  role text NOT NULL,
  sees_medical boolean NOT NULL,
  is_active boolean NOT NULL,
  from_at timestamptz NOT NULL,
  until_at timestamptz,
  PRIMARY KEY (school_id, staff_id, from_at)
);
--> statement-breakpoint
CREATE TABLE quarantined_ops (
  school_id uuid NOT NULL,
  op_id uuid NOT NULL,
  device_id uuid NOT NULL,
  staff_id text NOT NULL,
  reason text NOT NULL,
  payload jsonb NOT NULL,
  at timestamptz NOT NULL,
  decided_by text,
  decision text,
  PRIMARY KEY (school_id, op_id)
);
--> statement-breakpoint
SELECT balie_wall(name) FROM unnest(ARRAY[
  'sync_clocks', 'devices', 'device_sessions', 'device_challenges', 'enrol_codes', 'sync_batches', 'sync_ops',
  'sync_rows', 'row_exits', 'field_history', 'scope_grants', 'staff_roles', 'quarantined_ops'
]) AS name;
--> statement-breakpoint
-- Before there is a school there is nobody to ask whose it is: only the portal itself reads this.
CREATE TABLE founding_codes (
  code_hash text PRIMARY KEY,
  ends_at timestamptz NOT NULL,
  used_at timestamptz
);
