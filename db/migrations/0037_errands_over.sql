CREATE INDEX "errands_by_holder" ON "errands" USING btree ("holder_id","id");--> statement-breakpoint
CREATE INDEX "errands_by_giver" ON "errands" USING btree ("giver_id","id");--> statement-breakpoint
CREATE INDEX "errands_by_unit" ON "errands" USING btree ("department","office_id","id");