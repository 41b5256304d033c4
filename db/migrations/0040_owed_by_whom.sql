DROP INDEX "errands_by_holder";--> statement-breakpoint
DROP INDEX "errands_by_giver";--> statement-breakpoint
DROP INDEX "errands_owing_in_order";--> statement-breakpoint
DROP INDEX "events_of_finishing";--> statement-breakpoint
DROP INDEX "events_of_visits";--> statement-breakpoint
CREATE INDEX "errands_over_in_order" ON "errands" USING btree ("id") WHERE kind <> 'duty' and status in ('closed', 'withdrawn');--> statement-breakpoint
CREATE INDEX "errands_over_by_kind" ON "errands" USING btree ("kind","id") WHERE kind <> 'duty' and status in ('closed', 'withdrawn');--> statement-breakpoint
CREATE INDEX "errands_over_of_office" ON "errands" USING btree ("office_id","id") WHERE kind <> 'duty' and status in ('closed', 'withdrawn');--> statement-breakpoint
CREATE INDEX "errands_over_by_holder" ON "errands" USING btree ("holder_id","id") WHERE kind <> 'duty' and status in ('closed', 'withdrawn');--> statement-breakpoint
CREATE INDEX "errands_over_by_giver" ON "errands" USING btree ("giver_id","id") WHERE kind <> 'duty' and status in ('closed', 'withdrawn');--> statement-breakpoint
CREATE INDEX "errands_over_by_unit" ON "errands" USING btree ("department","id") WHERE kind <> 'duty' and status in ('closed', 'withdrawn');--> statement-breakpoint
CREATE INDEX "errands_owing_by_unit" ON "errands" USING btree ("department","id") WHERE next_due_by is not null;--> statement-breakpoint
CREATE INDEX "errands_owing_by_holder" ON "errands" USING btree ("holder_id","id") WHERE next_due_by is not null;--> statement-breakpoint
CREATE INDEX "duties_over_in_order" ON "errands" USING btree ("answer_by","id") WHERE kind = 'duty' and status in ('closed', 'withdrawn');--> statement-breakpoint
CREATE INDEX "duties_over_of_office" ON "errands" USING btree ("office_id","answer_by","id") WHERE kind = 'duty' and status in ('closed', 'withdrawn');--> statement-breakpoint
CREATE INDEX "duties_over_by_holder" ON "errands" USING btree ("holder_id","answer_by","id") WHERE kind = 'duty' and status in ('closed', 'withdrawn');--> statement-breakpoint
CREATE INDEX "duties_over_by_giver" ON "errands" USING btree ("giver_id","answer_by","id") WHERE kind = 'duty' and status in ('closed', 'withdrawn');--> statement-breakpoint
CREATE INDEX "duties_over_by_unit" ON "errands" USING btree ("department","answer_by","id") WHERE kind = 'duty' and status in ('closed', 'withdrawn');--> statement-breakpoint
CREATE INDEX "duties_open_in_order" ON "errands" USING btree ("answer_by","id") WHERE kind = 'duty' and status in ('given', 'taken', 'returned');--> statement-breakpoint
CREATE INDEX "promises_of_draws_ended" ON "promises" USING btree ("office_id","withdrawn_at") WHERE what in ('weekly_visit', 'quality_visit') and withdrawn_at is not null;--> statement-breakpoint
CREATE INDEX "promises_of_errands_by_name" ON "promises" USING btree ("owed_by","subject") WHERE subject_kind = 'errand' and kept_at is null and withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "promises_of_errands_by_role" ON "promises" USING btree ("owed_by_role","subject") WHERE subject_kind = 'errand' and kept_at is null and withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "promises_of_errands_by_office" ON "promises" USING btree ("office_id","owed_by_role","subject") WHERE subject_kind = 'errand' and kept_at is null and withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "tickets_drawn" ON "tickets" USING btree ("id") WHERE (facts->'drawnFor') ? 'weekly_visit';--> statement-breakpoint
CREATE INDEX "events_of_finishing" ON "events" USING btree ("office_id","recorded_at") WHERE did = 'finished';--> statement-breakpoint
CREATE INDEX "events_of_visits" ON "events" USING btree ("office_id","id") WHERE did in ('visited', 'return_visited', 'weekly_visited', 'provider_visited', 'quality_visited', 'visit_tried', 'visit_ended', 'defect_checked');