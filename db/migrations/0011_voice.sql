ALTER TABLE "photos" ADD COLUMN "position" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "photos" ADD COLUMN "seconds" integer;--> statement-breakpoint
ALTER TABLE "photos" ADD COLUMN "contact_id" uuid;