CREATE TABLE "exchanges" (
	"id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"kind" text NOT NULL,
	"outside" boolean NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"source" text NOT NULL,
	"title" text NOT NULL,
	"words" text NOT NULL,
	"outcome" text NOT NULL,
	"department" text,
	"holds_from" date,
	"at" timestamp (3) with time zone NOT NULL,
	"by_id" uuid NOT NULL,
	CONSTRAINT "exchanges_id_office_id_pk" PRIMARY KEY("id","office_id")
);
--> statement-breakpoint
ALTER TABLE "exchanges" ADD CONSTRAINT "exchanges_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchanges" ADD CONSTRAINT "exchanges_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "exchanges_by_entry" ON "exchanges" USING btree ("office_id","entry_id","version");--> statement-breakpoint
CREATE INDEX "errands_of_exchanges" ON "errands" USING btree ((facts->>'entry')) WHERE kind in ('outside', 'notice');
--> statement-breakpoint
-- Registered once; put right by another version.
GRANT SELECT, INSERT ON exchanges TO huiyin_app;
--> statement-breakpoint
GRANT SELECT ON exchanges TO huiyin_retention;
--> statement-breakpoint
GRANT UPDATE (source, title, words, outcome) ON exchanges TO huiyin_retention;
