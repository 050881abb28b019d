-- When an account was switched off: the office's wish to switch it on again must be newer.
ALTER TABLE accounts ADD COLUMN locked_at timestamptz;
--> statement-breakpoint
-- The code or the request for access that a mail is about, so that the office hears what became of it.
ALTER TABLE mails ADD COLUMN about_id uuid;
--> statement-breakpoint
-- Requests for access are rows of the school now, closed with the key of the portal.
DROP TABLE access_requests;
