CREATE TABLE "guide_versions" (
	"id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"section" text NOT NULL,
	"title" text NOT NULL,
	"words" text NOT NULL,
	"phone" text NOT NULL,
	"withdrawn" boolean NOT NULL,
	"terms" text[] NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by_id" uuid NOT NULL,
	CONSTRAINT "guide_versions_id_office_id_pk" PRIMARY KEY("id","office_id")
);
--> statement-breakpoint
ALTER TABLE "guide_versions" ADD CONSTRAINT "guide_versions_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guide_versions" ADD CONSTRAINT "guide_versions_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "guide_versions_by_entry" ON "guide_versions" USING btree ("office_id","entry_id","version");--> statement-breakpoint
CREATE INDEX "guide_versions_by_terms" ON "guide_versions" USING gin ("terms");
--> statement-breakpoint
GRANT SELECT, INSERT ON guide_versions TO huiyin_app;
--> statement-breakpoint
GRANT SELECT, DELETE ON guide_versions TO huiyin_retention;
