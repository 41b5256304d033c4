DROP INDEX "tickets_out_of_office";--> statement-breakpoint
ALTER TABLE "ratings" DROP CONSTRAINT "ratings_office_id_ticket_id_round_person_id_pk";--> statement-breakpoint
ALTER TABLE "checks" ALTER COLUMN "ticket_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "photos" ALTER COLUMN "ticket_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_office_id_ticket_id_round_person_id_at_pk" PRIMARY KEY("office_id","ticket_id","round","person_id","at");--> statement-breakpoint
ALTER TABLE "photos" ADD COLUMN "errand_id" uuid;--> statement-breakpoint
ALTER TABLE "photos" ADD COLUMN "exchange_id" uuid;--> statement-breakpoint
ALTER TABLE "photos" ADD CONSTRAINT "photos_of_errand" FOREIGN KEY ("errand_id","office_id") REFERENCES "public"."errands"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "photos" ADD CONSTRAINT "photos_of_exchange" FOREIGN KEY ("exchange_id","office_id") REFERENCES "public"."exchanges"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "errands_by_holder" ON "errands" USING btree ("holder_id","id");--> statement-breakpoint
CREATE INDEX "errands_by_giver" ON "errands" USING btree ("giver_id","id");--> statement-breakpoint
CREATE INDEX "errands_by_unit" ON "errands" USING btree ("department","office_id","id");--> statement-breakpoint
CREATE INDEX "errands_open_in_order" ON "errands" USING btree ("id") WHERE status in ('given', 'taken', 'returned');--> statement-breakpoint
CREATE INDEX "errands_open_of_office" ON "errands" USING btree ("office_id","id") WHERE status in ('given', 'taken', 'returned');--> statement-breakpoint
CREATE INDEX "errands_open_by_giver" ON "errands" USING btree ("giver_id","id") WHERE status in ('given', 'taken', 'returned');--> statement-breakpoint
CREATE INDEX "errands_owing_in_order" ON "errands" USING btree ("id") WHERE next_due_by is not null;--> statement-breakpoint
CREATE INDEX "errands_by_kind" ON "errands" USING btree ("kind","id");--> statement-breakpoint
CREATE INDEX "errands_by_kind_of_office" ON "errands" USING btree ("office_id","kind","id");--> statement-breakpoint
CREATE INDEX "exchanges_in_order" ON "exchanges" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "exchanges_by_author" ON "exchanges" USING btree ("by_id","entry_id") WHERE version = 1;--> statement-breakpoint
CREATE INDEX "photos_by_errand" ON "photos" USING hash ("errand_id");--> statement-breakpoint
CREATE INDEX "photos_by_exchange" ON "photos" USING hash ("exchange_id");--> statement-breakpoint
CREATE INDEX "tickets_let_in" ON "tickets" USING gin ((facts #> '{complaint,letIn}')) WHERE kind = 'complaint';--> statement-breakpoint
CREATE INDEX "tickets_complaints_received" ON "tickets" USING btree ("office_id","received_at") WHERE kind = 'complaint';--> statement-breakpoint
CREATE INDEX "tickets_complaints_to_do" ON "tickets" USING btree ("next_due_by","id") WHERE kind = 'complaint' and (status in ('received', 'dispatched', 'on_site', 'finished') or next_due_by is not null);--> statement-breakpoint
CREATE INDEX "tickets_out_of_office" ON "tickets" USING btree ("office_id","id") WHERE kind = 'complaint' and (facts #>> '{complaint,custody}') = 'company';--> statement-breakpoint
ALTER TABLE "checks" ADD CONSTRAINT "checks_of_something" CHECK (ticket_id is not null or photo_id is not null);--> statement-breakpoint
ALTER TABLE "photos" ADD CONSTRAINT "photos_of_one" CHECK (num_nonnulls(ticket_id, errand_id, exchange_id) = 1);