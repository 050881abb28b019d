-- How this school lets guardians in.
CREATE TABLE account_settings (
  school_id uuid PRIMARY KEY REFERENCES schools (school_id),
  -- Days that a code on a letter may be used.
  code_days integer NOT NULL DEFAULT 30 CHECK (code_days BETWEEN 1 AND 365),
  -- On top of the length, a capital and a digit.
  needs_capital_and_digit boolean NOT NULL DEFAULT false
);
--> statement-breakpoint
CREATE TABLE accounts (
  school_id uuid NOT NULL REFERENCES schools (school_id),
  account_id uuid PRIMARY KEY,
  guardian_id text NOT NULL,
  -- Small letters; one guardian an address, so that separated parents never share an account.
  email text NOT NULL,
  email_verified_at timestamptz,
  password_hash text NOT NULL,
  -- Shorter than twelve, which only a second factor allows.
  has_short_password boolean NOT NULL DEFAULT false,
  state text NOT NULL CHECK (state IN ('waiting', 'active', 'locked')),
  locked_by text CHECK (locked_by IN ('office', 'inactivity')),
  language text NOT NULL,
  -- The code with which a waiting account was asked for; it is used when the account is activated.
  code_id uuid,
  second_factor text CHECK (second_factor IN ('totp', 'sms')),
  -- Sealed with the key of the portal.
  totp_secret text,
  totp_last_step bigint NOT NULL DEFAULT 0,
  made_at timestamptz NOT NULL,
  signed_in_at timestamptz,
  UNIQUE (school_id, email),
  UNIQUE (school_id, guardian_id)
);
--> statement-breakpoint
-- A code ties an account to one child: it is made by a desk, which sends its hash and prints the letter.
CREATE TABLE link_codes (
  school_id uuid NOT NULL,
  code_id uuid PRIMARY KEY,
  link_id text NOT NULL,
  guardian_id text NOT NULL,
  code_hash text NOT NULL,
  made_by text NOT NULL,
  made_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  used_at timestamptz,
  used_by uuid,
  revoked_at timestamptz,
  UNIQUE (school_id, code_hash)
);
--> statement-breakpoint
CREATE INDEX link_codes_link ON link_codes (school_id, link_id);
--> statement-breakpoint
-- Children whose code the guardian gave. What may be seen is decided at each request from the rows of the office.
CREATE TABLE account_links (
  school_id uuid NOT NULL,
  account_id uuid NOT NULL REFERENCES accounts (account_id) ON DELETE CASCADE,
  link_id text NOT NULL,
  linked_at timestamptz NOT NULL,
  PRIMARY KEY (account_id, link_id)
);
--> statement-breakpoint
CREATE TABLE account_tokens (
  school_id uuid NOT NULL,
  token_hash text PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES accounts (account_id) ON DELETE CASCADE,
  purpose text NOT NULL CHECK (purpose IN ('activate', 'reset', 'reactivate', 'new-address')),
  -- Sealed; the address that waits to be confirmed.
  payload text,
  ends_at timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE guardian_sessions (
  school_id uuid NOT NULL,
  token_hash text PRIMARY KEY,
  session_id uuid NOT NULL UNIQUE,
  account_id uuid NOT NULL REFERENCES accounts (account_id) ON DELETE CASCADE,
  -- The password was right, the second factor has not been given yet.
  is_half boolean NOT NULL,
  device text NOT NULL,
  made_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL
);
--> statement-breakpoint
CREATE INDEX guardian_sessions_account ON guardian_sessions (account_id);
--> statement-breakpoint
CREATE TABLE recovery_codes (
  school_id uuid NOT NULL,
  account_id uuid NOT NULL REFERENCES accounts (account_id) ON DELETE CASCADE,
  code_hash text NOT NULL,
  PRIMARY KEY (account_id, code_hash)
);
--> statement-breakpoint
CREATE TABLE sms_codes (
  school_id uuid NOT NULL,
  account_id uuid PRIMARY KEY REFERENCES accounts (account_id) ON DELETE CASCADE,
  code_hash text NOT NULL,
  tries integer NOT NULL DEFAULT 0,
  ends_at timestamptz NOT NULL
);
--> statement-breakpoint
-- Somebody without a code asks for access; who it is and which child, the office decides.
CREATE TABLE access_requests (
  school_id uuid NOT NULL,
  request_id uuid PRIMARY KEY,
  -- Sealed: names, a birth date and what somebody wrote.
  request text,
  made_at timestamptz NOT NULL,
  settled_at timestamptz,
  settled_by text,
  decision text CHECK (decision IN ('accepted', 'declined'))
);
--> statement-breakpoint
-- What happened to an account, for the office; no addresses, no names.
CREATE TABLE account_events (
  school_id uuid NOT NULL,
  account_id uuid NOT NULL,
  event text NOT NULL,
  staff_id text,
  at timestamptz NOT NULL
);
--> statement-breakpoint
CREATE INDEX account_events_account ON account_events (school_id, account_id, at);
--> statement-breakpoint
CREATE TABLE mails (
  school_id uuid NOT NULL REFERENCES schools (school_id),
  mail_id uuid PRIMARY KEY,
  account_id uuid,
  template text NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'sent', 'failed')),
  -- Address and texts, sealed; emptied when the mail has gone, since links in it open accounts.
  letter text,
  tries integer NOT NULL DEFAULT 0,
  next_at timestamptz NOT NULL,
  -- Why it did not go: the number that the mail server answered, or the kind of failure.
  failure text,
  made_at timestamptz NOT NULL,
  sent_at timestamptz
);
--> statement-breakpoint
CREATE INDEX mails_waiting ON mails (next_at) WHERE state = 'waiting';
--> statement-breakpoint
SELECT balie_wall(name) FROM unnest(ARRAY[
  'account_settings', 'accounts', 'link_codes', 'account_links', 'account_tokens', 'guardian_sessions',
  'recovery_codes', 'sms_codes', 'access_requests', 'account_events', 'mails'
]) AS name;
--> statement-breakpoint
-- How often somebody tried something. Keys are hashes with the portal's key, so nobody is named; no school, so no wall.
CREATE TABLE rate_limits (
  key text PRIMARY KEY,
  count integer NOT NULL,
  ends_at timestamptz NOT NULL
);
