ALTER TABLE "tickets" ADD COLUMN "next_look_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "rework_of" uuid;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_rework_of" FOREIGN KEY ("rework_of","office_id") REFERENCES "public"."tickets"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "tickets_to_look_at" ON "tickets" USING btree ("office_id","next_look_at") WHERE next_look_at is not null;--> statement-breakpoint
CREATE INDEX "tickets_by_rework" ON "tickets" USING btree ("office_id","rework_of") WHERE rework_of is not null;
