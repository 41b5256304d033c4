DROP INDEX "tickets_finished";--> statement-breakpoint
CREATE INDEX "tickets_finished" ON "tickets" USING btree ("id") WHERE (status || '') = 'finished';