ALTER TABLE "checks" ALTER COLUMN "ticket_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "photos" ALTER COLUMN "ticket_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "photos" ADD COLUMN "errand_id" uuid;--> statement-breakpoint
ALTER TABLE "photos" ADD COLUMN "exchange_id" uuid;--> statement-breakpoint
ALTER TABLE "photos" ADD CONSTRAINT "photos_of_errand" FOREIGN KEY ("errand_id","office_id") REFERENCES "public"."errands"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "photos" ADD CONSTRAINT "photos_of_exchange" FOREIGN KEY ("exchange_id","office_id") REFERENCES "public"."exchanges"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "photos_by_errand" ON "photos" USING hash ("errand_id");--> statement-breakpoint
CREATE INDEX "photos_by_exchange" ON "photos" USING hash ("exchange_id");--> statement-breakpoint
ALTER TABLE "checks" ADD CONSTRAINT "checks_of_something" CHECK (ticket_id is not null or photo_id is not null);--> statement-breakpoint
ALTER TABLE "photos" ADD CONSTRAINT "photos_of_one" CHECK (num_nonnulls(ticket_id, errand_id, exchange_id) = 1);