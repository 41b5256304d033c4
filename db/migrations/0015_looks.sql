DROP INDEX "promises_to_look_at";--> statement-breakpoint
CREATE INDEX "promises_to_look_at" ON "promises" USING btree ("subject_kind","office_id","next_look_at") WHERE next_look_at is not null;