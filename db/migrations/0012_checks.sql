CREATE TABLE "checks" (
	"id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"contact_id" uuid,
	"photo_id" uuid,
	"author_id" uuid NOT NULL,
	"stand" text NOT NULL,
	"trace_id" text,
	"at" timestamp (3) with time zone NOT NULL,
	"queued_at" timestamp (3) with time zone NOT NULL,
	"judged_at" timestamp (3) with time zone,
	"decision" text,
	"reason" text,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "checks_id_office_id_pk" PRIMARY KEY("id","office_id")
);
--> statement-breakpoint
ALTER TABLE "checks" ADD CONSTRAINT "checks_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checks" ADD CONSTRAINT "checks_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checks" ADD CONSTRAINT "checks_ticket_id_office_id_tickets_id_office_id_fk" FOREIGN KEY ("ticket_id","office_id") REFERENCES "public"."tickets"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checks" ADD CONSTRAINT "checks_contact_id_office_id_contacts_id_office_id_fk" FOREIGN KEY ("contact_id","office_id") REFERENCES "public"."contacts"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checks" ADD CONSTRAINT "checks_photo_id_office_id_photos_id_office_id_fk" FOREIGN KEY ("photo_id","office_id") REFERENCES "public"."photos"("id","office_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "checks_by_contact" ON "checks" USING btree ("contact_id","office_id") WHERE contact_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "checks_by_photo" ON "checks" USING btree ("photo_id","office_id") WHERE photo_id is not null;--> statement-breakpoint
CREATE INDEX "checks_by_trace" ON "checks" USING btree ("trace_id");--> statement-breakpoint
CREATE INDEX "checks_waiting" ON "checks" USING btree ("id") WHERE decision is null;--> statement-breakpoint
CREATE INDEX "checks_decided" ON "checks" USING btree ("id") WHERE decided_by is not null;
--> statement-breakpoint
GRANT SELECT, INSERT ON checks TO huiyin_app;
--> statement-breakpoint
GRANT UPDATE (stand, trace_id, queued_at, judged_at, decision, reason, decided_by, decided_at) ON checks TO huiyin_app;
--> statement-breakpoint
GRANT SELECT ON checks TO huiyin_retention;
