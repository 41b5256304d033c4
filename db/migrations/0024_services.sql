CREATE TABLE "providers" (
	"id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"name" text NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"added_by" uuid NOT NULL,
	CONSTRAINT "providers_id_office_id_pk" PRIMARY KEY("id","office_id")
);
--> statement-breakpoint
CREATE TABLE "services" (
	"id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"name" text NOT NULL,
	"unit" text NOT NULL,
	"kind" text NOT NULL,
	"cost_fen" integer NOT NULL,
	"labour_fen" integer NOT NULL,
	"about" text NOT NULL,
	"provider_id" uuid,
	"withdrawn" boolean NOT NULL,
	"from_on" date NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	"set_by" uuid NOT NULL,
	CONSTRAINT "services_id_office_id_pk" PRIMARY KEY("id","office_id")
);
--> statement-breakpoint
DROP INDEX "events_of_visits";--> statement-breakpoint
DROP INDEX "promises_visits_owed";--> statement-breakpoint
ALTER TABLE "providers" ADD CONSTRAINT "providers_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "providers" ADD CONSTRAINT "providers_added_by_people_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_set_by_people_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_by_provider" FOREIGN KEY ("provider_id","office_id") REFERENCES "public"."providers"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "providers_by_name" ON "providers" USING btree ("office_id","name");--> statement-breakpoint
CREATE INDEX "services_by_item" ON "services" USING btree ("office_id","item_id","from_on");--> statement-breakpoint
CREATE INDEX "events_of_visits" ON "events" USING btree ("office_id","id") WHERE did in ('visited', 'return_visited', 'provider_visited', 'quality_visited', 'visit_tried', 'visit_ended', 'defect_checked');--> statement-breakpoint
CREATE INDEX "promises_visits_owed" ON "promises" USING btree ("office_id","due_by","opened_by","what") WHERE kept_at is null and withdrawn_at is null and what in ('special_visit', 'return_visit', 'follow_up', 'provider_visit', 'quality_visit', 'defect_check_first', 'defect_check_second', 'defect_check_third');
--> statement-breakpoint
GRANT SELECT, INSERT ON providers, services TO huiyin_app;
--> statement-breakpoint
GRANT SELECT ON providers, services TO huiyin_retention;
