DROP INDEX "tickets_waiting";--> statement-breakpoint
DROP INDEX "tickets_waiting_by_office";--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "waits_for" text;--> statement-breakpoint
CREATE INDEX "tickets_waiting" ON "tickets" USING btree ("id") WHERE waits_for is not null;--> statement-breakpoint
CREATE INDEX "tickets_waiting_by_office" ON "tickets" USING btree ("office_id","id") WHERE waits_for is not null;--> statement-breakpoint
UPDATE "tickets" SET "waits_for" = CASE WHEN facts #>> '{quote,stand}' = 'offered' THEN 'quote' ELSE 'date' END
  WHERE status in ('dispatched', 'on_site') AND (facts #>> '{quote,stand}' = 'offered' OR facts ->> 'proposal' is not null);
