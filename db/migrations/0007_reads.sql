DROP INDEX "tickets_by_due";--> statement-breakpoint
DROP INDEX "outbox_due";--> statement-breakpoint
DROP INDEX "promises_to_look_at";--> statement-breakpoint
DROP INDEX "contacts_by_ticket";--> statement-breakpoint
DROP INDEX "followers_by_person";--> statement-breakpoint
DROP INDEX "photos_by_ticket";--> statement-breakpoint
CREATE INDEX "inbox_unread" ON "inbox" USING btree ("person_id","id") WHERE read_at is null;--> statement-breakpoint
CREATE INDEX "promise_steps_by_subject" ON "promise_steps" USING hash ("subject");--> statement-breakpoint
CREATE INDEX "promise_terms_by_subject" ON "promise_terms" USING hash ("subject");--> statement-breakpoint
CREATE INDEX "promises_owed" ON "promises" USING hash ("subject") WITH (fillfactor=50) WHERE kept_at is null and withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "contacts_by_id" ON "contacts" USING hash ("id") WITH (fillfactor=50);--> statement-breakpoint
CREATE INDEX "followers_of_others" ON "followers" USING btree ("person_id","ticket_id") WHERE via <> 'reported';--> statement-breakpoint
CREATE INDEX "tickets_open" ON "tickets" USING btree ("id") WHERE status in ('received', 'dispatched', 'on_site', 'finished');--> statement-breakpoint
CREATE INDEX "tickets_open_by_office" ON "tickets" USING btree ("office_id","id","next_due_by") WHERE status in ('received', 'dispatched', 'on_site', 'finished') or next_due_by is not null;--> statement-breakpoint
CREATE INDEX "tickets_finished" ON "tickets" USING btree ("id") WHERE status = 'finished';--> statement-breakpoint
CREATE INDEX "tickets_finished_by_office" ON "tickets" USING btree ("office_id","id") WHERE status = 'finished';--> statement-breakpoint
CREATE INDEX "tickets_to_do" ON "tickets" USING btree ("next_due_by","id") WHERE status in ('received', 'dispatched', 'on_site', 'finished') or next_due_by is not null;--> statement-breakpoint
CREATE INDEX "tickets_to_do_by_office" ON "tickets" USING btree ("office_id","next_due_by","id") WHERE status in ('received', 'dispatched', 'on_site', 'finished') or next_due_by is not null;--> statement-breakpoint
CREATE INDEX "tickets_open_by_assignee" ON "tickets" USING btree ("assignee_id","id") WHERE status in ('received', 'dispatched', 'on_site', 'finished');--> statement-breakpoint
CREATE INDEX "tickets_to_do_by_assignee" ON "tickets" USING btree ("assignee_id","next_due_by","id") WHERE (status in ('received', 'dispatched', 'on_site', 'finished') or next_due_by is not null) and status <> 'finished';--> statement-breakpoint
CREATE INDEX "tickets_by_former_assignee" ON "tickets" USING btree ("former_assignee_id","id") WHERE assignee_id is null;--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("due_at") WHERE done_at is null;--> statement-breakpoint
CREATE INDEX "promises_to_look_at" ON "promises" USING btree ("office_id","next_look_at") WHERE next_look_at is not null;--> statement-breakpoint
CREATE INDEX "contacts_by_ticket" ON "contacts" USING hash ("ticket_id");--> statement-breakpoint
CREATE INDEX "followers_by_person" ON "followers" USING btree ("person_id","ticket_id");--> statement-breakpoint
CREATE INDEX "photos_by_ticket" ON "photos" USING hash ("ticket_id");--> statement-breakpoint
-- Room for the next version beside this one: a step or a word then touches no index.
ALTER TABLE "tickets" SET (fillfactor = 85);--> statement-breakpoint
ALTER TABLE "promises" SET (fillfactor = 85);
