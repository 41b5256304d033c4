DROP INDEX "tickets_out_of_office";--> statement-breakpoint
CREATE INDEX "errands_open_in_order" ON "errands" USING btree ("id") WHERE status in ('given', 'taken', 'returned');--> statement-breakpoint
CREATE INDEX "errands_open_of_office" ON "errands" USING btree ("office_id","id") WHERE status in ('given', 'taken', 'returned');--> statement-breakpoint
CREATE INDEX "errands_open_by_giver" ON "errands" USING btree ("giver_id","id") WHERE status in ('given', 'taken', 'returned');--> statement-breakpoint
CREATE INDEX "errands_owing_in_order" ON "errands" USING btree ("id") WHERE next_due_by is not null;--> statement-breakpoint
CREATE INDEX "errands_by_kind" ON "errands" USING btree ("kind","id");--> statement-breakpoint
CREATE INDEX "errands_by_kind_of_office" ON "errands" USING btree ("office_id","kind","id");--> statement-breakpoint
CREATE INDEX "errands_by_holder" ON "errands" USING btree ("holder_id","id");--> statement-breakpoint
CREATE INDEX "errands_by_giver" ON "errands" USING btree ("giver_id","id");--> statement-breakpoint
CREATE INDEX "exchanges_in_order" ON "exchanges" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "exchanges_by_author" ON "exchanges" USING btree ("by_id","entry_id") WHERE version = 1;--> statement-breakpoint
CREATE INDEX "tickets_let_in" ON "tickets" USING gin ((facts #> '{complaint,letIn}')) WHERE kind = 'complaint';--> statement-breakpoint
CREATE INDEX "tickets_complaints_received" ON "tickets" USING btree ("office_id","received_at") WHERE kind = 'complaint';--> statement-breakpoint
CREATE INDEX "tickets_complaints_to_do" ON "tickets" USING btree ("next_due_by","id") WHERE kind = 'complaint' and (status in ('received', 'dispatched', 'on_site', 'finished') or next_due_by is not null);--> statement-breakpoint
CREATE INDEX "tickets_out_of_office" ON "tickets" USING btree ("office_id","id") WHERE kind = 'complaint' and (facts #>> '{complaint,custody}') = 'company';