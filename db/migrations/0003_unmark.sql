ALTER TABLE "tickets" DROP COLUMN "urgency";--> statement-breakpoint
ALTER TABLE "tickets" DROP COLUMN "category";--> statement-breakpoint
ALTER TABLE "tickets" DROP COLUMN "danger";--> statement-breakpoint
ALTER TABLE "tickets" DROP COLUMN "supervised";--> statement-breakpoint
ALTER TABLE "tickets" DROP COLUMN "handed_over_at";--> statement-breakpoint
ALTER TABLE "tickets" DROP COLUMN "taken_on_at";--> statement-breakpoint
ALTER TABLE "tickets" DROP COLUMN "dispatched_at";--> statement-breakpoint
ALTER TABLE "tickets" DROP COLUMN "accepted_at";--> statement-breakpoint
ALTER TABLE "tickets" DROP COLUMN "arrived_at";--> statement-breakpoint
ALTER TABLE "tickets" DROP COLUMN "finished_at";--> statement-breakpoint
ALTER TABLE "tickets" DROP COLUMN "visited_at";--> statement-breakpoint
ALTER TABLE "tickets" DROP COLUMN "closed_at";