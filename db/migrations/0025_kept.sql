-- What is kept long enough goes by its rule too: how it was rated, what was checked, what was replaced, what was announced.
GRANT SELECT ON presences TO huiyin_retention;
--> statement-breakpoint
GRANT DELETE ON ratings, presences, checks, canned_replies TO huiyin_retention;
--> statement-breakpoint
GRANT UPDATE (work, place, done_by, effect, why) ON publication_versions TO huiyin_retention;
--> statement-breakpoint
GRANT UPDATE (words) ON approval_versions, approval_decisions TO huiyin_retention;
