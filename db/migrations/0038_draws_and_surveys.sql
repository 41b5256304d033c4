CREATE TABLE "draw_lines" (
	"office_id" uuid NOT NULL,
	"draw_id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"drawn" boolean NOT NULL,
	CONSTRAINT "draw_lines_draw_id_place_pk" PRIMARY KEY("draw_id","place")
);
--> statement-breakpoint
CREATE TABLE "draws" (
	"id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"draw" text NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"until_at" timestamp (3) with time zone NOT NULL,
	"drawn_at" timestamp (3) with time zone NOT NULL,
	"percent" integer NOT NULL,
	"seed" text NOT NULL,
	"finished" integer NOT NULL,
	"left_out" integer NOT NULL,
	"size" integer NOT NULL,
	CONSTRAINT "draws_id_office_id_pk" PRIMARY KEY("id","office_id")
);
--> statement-breakpoint
CREATE TABLE "participations" (
	"office_id" uuid NOT NULL,
	"survey_id" uuid NOT NULL,
	"home_id" uuid NOT NULL,
	"answered_on" date NOT NULL,
	CONSTRAINT "participations_survey_id_home_id_pk" PRIMARY KEY("survey_id","home_id")
);
--> statement-breakpoint
CREATE TABLE "survey_answers" (
	"office_id" uuid NOT NULL,
	"survey_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"building" integer,
	"body" jsonb NOT NULL,
	CONSTRAINT "survey_answers_survey_id_id_pk" PRIMARY KEY("survey_id","id")
);
--> statement-breakpoint
CREATE TABLE "survey_homes" (
	"office_id" uuid NOT NULL,
	"survey_id" uuid NOT NULL,
	"home_id" uuid NOT NULL,
	"building" integer NOT NULL,
	"place" integer NOT NULL,
	"drawn" boolean NOT NULL,
	CONSTRAINT "survey_homes_survey_id_home_id_pk" PRIMARY KEY("survey_id","home_id")
);
--> statement-breakpoint
CREATE TABLE "survey_inbox" (
	"office_id" uuid NOT NULL,
	"survey_id" uuid NOT NULL,
	"building" integer NOT NULL,
	"body" jsonb NOT NULL
);
--> statement-breakpoint
DROP INDEX "errands_by_holder";--> statement-breakpoint
DROP INDEX "errands_by_giver";--> statement-breakpoint
DROP INDEX "errands_owing_in_order";--> statement-breakpoint
DROP INDEX "events_of_visits";--> statement-breakpoint
DROP INDEX "promises_visits_owed";--> statement-breakpoint
ALTER TABLE "draw_lines" ADD CONSTRAINT "draw_lines_of" FOREIGN KEY ("draw_id","office_id") REFERENCES "public"."draws"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draw_lines" ADD CONSTRAINT "draw_lines_about" FOREIGN KEY ("ticket_id","office_id") REFERENCES "public"."tickets"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draws" ADD CONSTRAINT "draws_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_homes" ADD CONSTRAINT "survey_homes_of" FOREIGN KEY ("survey_id","office_id") REFERENCES "public"."errands"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_homes" ADD CONSTRAINT "survey_homes_about" FOREIGN KEY ("home_id","office_id") REFERENCES "public"."homes"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "draws_by_period" ON "draws" USING btree ("office_id","draw","from_at");--> statement-breakpoint
CREATE INDEX "survey_homes_by_home" ON "survey_homes" USING btree ("home_id","survey_id");--> statement-breakpoint
CREATE INDEX "errands_over_in_order" ON "errands" USING btree ("id") WHERE kind <> 'duty' and status in ('closed', 'withdrawn');--> statement-breakpoint
CREATE INDEX "errands_over_by_kind" ON "errands" USING btree ("kind","id") WHERE kind <> 'duty' and status in ('closed', 'withdrawn');--> statement-breakpoint
CREATE INDEX "errands_over_of_office" ON "errands" USING btree ("office_id","id") WHERE kind <> 'duty' and status in ('closed', 'withdrawn');--> statement-breakpoint
CREATE INDEX "errands_over_by_holder" ON "errands" USING btree ("holder_id","id") WHERE kind <> 'duty' and status in ('closed', 'withdrawn');--> statement-breakpoint
CREATE INDEX "errands_over_by_giver" ON "errands" USING btree ("giver_id","id") WHERE kind <> 'duty' and status in ('closed', 'withdrawn');--> statement-breakpoint
CREATE INDEX "errands_over_by_unit" ON "errands" USING btree ("department","id") WHERE kind <> 'duty' and status in ('closed', 'withdrawn');--> statement-breakpoint
CREATE INDEX "errands_owing_by_unit" ON "errands" USING btree ("department","id") WHERE next_due_by is not null;--> statement-breakpoint
CREATE INDEX "errands_owing_by_holder" ON "errands" USING btree ("holder_id","id") WHERE next_due_by is not null;--> statement-breakpoint
CREATE INDEX "duties_over_in_order" ON "errands" USING btree ("answer_by","id") WHERE kind = 'duty' and status in ('closed', 'withdrawn');--> statement-breakpoint
CREATE INDEX "duties_over_of_office" ON "errands" USING btree ("office_id","answer_by","id") WHERE kind = 'duty' and status in ('closed', 'withdrawn');--> statement-breakpoint
CREATE INDEX "duties_over_by_holder" ON "errands" USING btree ("holder_id","answer_by","id") WHERE kind = 'duty' and status in ('closed', 'withdrawn');--> statement-breakpoint
CREATE INDEX "duties_over_by_giver" ON "errands" USING btree ("giver_id","answer_by","id") WHERE kind = 'duty' and status in ('closed', 'withdrawn');--> statement-breakpoint
CREATE INDEX "duties_over_by_unit" ON "errands" USING btree ("department","answer_by","id") WHERE kind = 'duty' and status in ('closed', 'withdrawn');--> statement-breakpoint
CREATE INDEX "duties_open_in_order" ON "errands" USING btree ("answer_by","id") WHERE kind = 'duty' and status in ('given', 'taken', 'returned');--> statement-breakpoint
CREATE INDEX "events_of_finishing" ON "events" USING btree ("office_id","recorded_at") WHERE did = 'finished';--> statement-breakpoint
CREATE INDEX "promises_of_draws_ended" ON "promises" USING btree ("office_id","withdrawn_at") WHERE what in ('weekly_visit', 'quality_visit') and withdrawn_at is not null;--> statement-breakpoint
CREATE INDEX "promises_of_errands_by_name" ON "promises" USING btree ("owed_by","subject") WHERE subject_kind = 'errand' and kept_at is null and withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "promises_of_errands_by_role" ON "promises" USING btree ("owed_by_role","subject") WHERE subject_kind = 'errand' and kept_at is null and withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "promises_of_errands_by_office" ON "promises" USING btree ("office_id","owed_by_role","subject") WHERE subject_kind = 'errand' and kept_at is null and withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "tickets_drawn" ON "tickets" USING btree ("id") WHERE (facts->'drawnFor') ? 'weekly_visit';--> statement-breakpoint
CREATE INDEX "events_of_visits" ON "events" USING btree ("office_id","id") WHERE did in ('visited', 'return_visited', 'weekly_visited', 'provider_visited', 'quality_visited', 'visit_tried', 'visit_ended', 'defect_checked');--> statement-breakpoint
CREATE INDEX "promises_visits_owed" ON "promises" USING btree ("office_id","due_by","opened_by","what") WHERE kept_at is null and withdrawn_at is null and what in ('special_visit', 'return_visit', 'follow_up', 'provider_visit', 'quality_visit', 'weekly_visit', 'defect_check_first', 'defect_check_second', 'defect_check_third');
--> statement-breakpoint
GRANT SELECT, INSERT ON draws TO huiyin_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON draw_lines TO huiyin_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON survey_homes TO huiyin_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON participations TO huiyin_app;
--> statement-breakpoint
GRANT SELECT, INSERT, TRUNCATE ON survey_inbox TO huiyin_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON survey_answers TO huiyin_app;
--> statement-breakpoint
GRANT SELECT ON draws, draw_lines, survey_homes, participations, survey_answers TO huiyin_retention;
--> statement-breakpoint
GRANT UPDATE (body) ON survey_answers TO huiyin_retention;
