CREATE TABLE "errands" (
	"id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"round" integer NOT NULL,
	"given_at" timestamp (3) with time zone NOT NULL,
	"round_began_at" timestamp (3) with time zone NOT NULL,
	"giver_id" uuid NOT NULL,
	"holder_id" uuid NOT NULL,
	"department" text,
	"at_head_office" boolean,
	"ticket_id" uuid,
	"answer_by" timestamp (3) with time zone,
	"promised_by" timestamp (3) with time zone,
	"key" text,
	"facts" jsonb NOT NULL,
	"happened" jsonb NOT NULL,
	"next_due_by" timestamp (3) with time zone,
	"version" integer NOT NULL,
	CONSTRAINT "errands_id_office_id_pk" PRIMARY KEY("id","office_id")
);
--> statement-breakpoint
ALTER TABLE "errands" ADD CONSTRAINT "errands_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "errands" ADD CONSTRAINT "errands_giver_id_people_id_fk" FOREIGN KEY ("giver_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "errands" ADD CONSTRAINT "errands_holder_id_people_id_fk" FOREIGN KEY ("holder_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "errands" ADD CONSTRAINT "errands_about" FOREIGN KEY ("ticket_id","office_id") REFERENCES "public"."tickets"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "errands_by_key" ON "errands" USING btree ("office_id","kind","key") WHERE key is not null;--> statement-breakpoint
CREATE INDEX "errands_by_office" ON "errands" USING btree ("office_id","id");--> statement-breakpoint
CREATE INDEX "errands_by_ticket" ON "errands" USING hash ("ticket_id");--> statement-breakpoint
CREATE INDEX "errands_open" ON "errands" USING btree ("office_id","next_due_by","id") WHERE status in ('given', 'taken', 'returned');--> statement-breakpoint
CREATE INDEX "errands_open_by_holder" ON "errands" USING btree ("holder_id","id") WHERE status in ('given', 'taken', 'returned');--> statement-breakpoint
CREATE INDEX "errands_open_by_unit" ON "errands" USING btree ("department","id") WHERE status in ('given', 'taken', 'returned');--> statement-breakpoint
CREATE INDEX "contacts_of_errands" ON "contacts" USING hash ("event_id") WHERE kind = 'errand';
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON errands TO huiyin_app;
--> statement-breakpoint
GRANT SELECT ON errands TO huiyin_retention;
