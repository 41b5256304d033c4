CREATE TABLE "removals" (
	"id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"what" text NOT NULL,
	"rows" integer NOT NULL,
	"kept_until" timestamp (3) with time zone NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "removals_id_office_id_pk" PRIMARY KEY("id","office_id")
);
--> statement-breakpoint
ALTER TABLE "removals" ADD CONSTRAINT "removals_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
GRANT SELECT, INSERT ON removals TO huiyin_retention;
--> statement-breakpoint
GRANT SELECT ON removals TO huiyin_app;
--> statement-breakpoint
-- A removal is an event itself, and its files go after its rows.
GRANT INSERT ON events, outbox TO huiyin_retention;
