CREATE TABLE "search_terms" (
	"office_id" uuid NOT NULL,
	"term" text COLLATE "C" NOT NULL,
	"ticket_id" uuid NOT NULL,
	CONSTRAINT "search_terms_office_id_term_ticket_id_pk" PRIMARY KEY("office_id","term","ticket_id")
);
--> statement-breakpoint
DROP INDEX "assignments_by_person";--> statement-breakpoint
ALTER TABLE "search_terms" ADD CONSTRAINT "search_terms_ticket_id_office_id_tickets_id_office_id_fk" FOREIGN KEY ("ticket_id","office_id") REFERENCES "public"."tickets"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "search_terms_of_company" ON "search_terms" USING btree ("term","ticket_id");--> statement-breakpoint
CREATE INDEX "people_by_last4" ON "people" USING btree ("phone_last4");--> statement-breakpoint
CREATE INDEX "people_by_name" ON "people" USING btree ("name");--> statement-breakpoint
CREATE INDEX "assignments_by_person" ON "assignments" USING btree ("person_id","ticket_id");--> statement-breakpoint
-- Written often and never changed: vacuumed by what was added, so that walks stay in the index.
ALTER TABLE "search_terms" SET (autovacuum_vacuum_insert_scale_factor = 0.01, autovacuum_vacuum_insert_threshold = 5000, autovacuum_freeze_min_age = 0);
--> statement-breakpoint
GRANT SELECT, INSERT ON search_terms TO huiyin_app;
--> statement-breakpoint
GRANT SELECT, DELETE ON search_terms TO huiyin_retention;
