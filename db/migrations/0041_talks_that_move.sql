ALTER TABLE "mailbox_words" ADD COLUMN "moved_to" date;--> statement-breakpoint
ALTER TABLE "errands" ADD COLUMN "next_look_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "errands_to_look_at" ON "errands" USING btree ("office_id","next_look_at") WHERE next_look_at is not null;