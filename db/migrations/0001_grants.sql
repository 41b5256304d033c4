-- The doors run as huiyin_app, which owns nothing: what is append-only stays so by grant.
GRANT USAGE ON SCHEMA public TO huiyin_app, huiyin_retention;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO huiyin_app;
--> statement-breakpoint
REVOKE UPDATE ON events, contacts, promise_terms, promise_steps, settings FROM huiyin_app;
--> statement-breakpoint
GRANT SELECT ON ALL TABLES IN SCHEMA public TO huiyin_retention;
--> statement-breakpoint
GRANT UPDATE, DELETE ON people, homes, contacts, photos, inbox, outbox, idempotency_keys TO huiyin_retention;
