CREATE TABLE "survey_replacements" (
	"office_id" uuid NOT NULL,
	"survey_id" uuid NOT NULL,
	"home_id" uuid NOT NULL,
	"instead_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"by_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "survey_replacements_survey_id_home_id_pk" PRIMARY KEY("survey_id","home_id")
);
--> statement-breakpoint
CREATE TABLE "survey_ticks" (
	"id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"survey_id" uuid NOT NULL,
	"home_id" uuid NOT NULL,
	"by_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"taken_back_at" timestamp (3) with time zone,
	CONSTRAINT "survey_ticks_id_office_id_pk" PRIMARY KEY("id","office_id")
);
--> statement-breakpoint
CREATE TABLE "survey_typings" (
	"office_id" uuid NOT NULL,
	"survey_id" uuid NOT NULL,
	"by_id" uuid NOT NULL,
	"typed_on" date NOT NULL,
	"sheets" integer NOT NULL,
	CONSTRAINT "survey_typings_survey_id_by_id_typed_on_pk" PRIMARY KEY("survey_id","by_id","typed_on")
);
--> statement-breakpoint
CREATE TABLE "open_letter_lines" (
	"office_id" uuid NOT NULL,
	"survey_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"nth" integer NOT NULL,
	"words" text NOT NULL,
	"holder_id" uuid,
	"due_on" date,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "open_letter_lines_survey_id_round_nth_pk" PRIMARY KEY("survey_id","round","nth")
);
--> statement-breakpoint
CREATE TABLE "questionnaires" (
	"office_id" uuid NOT NULL,
	"approval_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"body" jsonb NOT NULL,
	CONSTRAINT "questionnaires_approval_id_round_pk" PRIMARY KEY("approval_id","round")
);
--> statement-breakpoint
CREATE TABLE "survey_tries" (
	"office_id" uuid NOT NULL,
	"survey_id" uuid NOT NULL,
	"home_id" uuid NOT NULL,
	"by_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "survey_tries_survey_id_home_id_at_pk" PRIMARY KEY("survey_id","home_id","at")
);
--> statement-breakpoint
DROP INDEX "promises_visits_owed";--> statement-breakpoint
ALTER TABLE "survey_inbox" ALTER COLUMN "building" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "survey_replacements" ADD CONSTRAINT "survey_replacements_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_replacements" ADD CONSTRAINT "survey_replacements_of" FOREIGN KEY ("survey_id","home_id") REFERENCES "public"."survey_homes"("survey_id","home_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_replacements" ADD CONSTRAINT "survey_replacements_by" FOREIGN KEY ("survey_id","instead_id") REFERENCES "public"."survey_homes"("survey_id","home_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_ticks" ADD CONSTRAINT "survey_ticks_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_ticks" ADD CONSTRAINT "survey_ticks_of" FOREIGN KEY ("survey_id","home_id") REFERENCES "public"."survey_homes"("survey_id","home_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_typings" ADD CONSTRAINT "survey_typings_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_letter_lines" ADD CONSTRAINT "open_letter_lines_holder_id_people_id_fk" FOREIGN KEY ("holder_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_letter_lines" ADD CONSTRAINT "open_letter_lines_of" FOREIGN KEY ("survey_id","office_id") REFERENCES "public"."errands"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questionnaires" ADD CONSTRAINT "questionnaires_of" FOREIGN KEY ("office_id","approval_id","round") REFERENCES "public"."approval_versions"("office_id","approval_id","round") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_tries" ADD CONSTRAINT "survey_tries_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_tries" ADD CONSTRAINT "survey_tries_of" FOREIGN KEY ("survey_id","home_id") REFERENCES "public"."survey_homes"("survey_id","home_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "survey_ticks_once" ON "survey_ticks" USING btree ("survey_id","home_id") WHERE taken_back_at is null;--> statement-breakpoint
CREATE INDEX "survey_ticks_by" ON "survey_ticks" USING btree ("survey_id","by_id");--> statement-breakpoint
CREATE INDEX "tickets_from_survey" ON "tickets" USING btree ("home_id") WHERE (facts #>> '{fromSurvey,id}') is not null;--> statement-breakpoint
CREATE INDEX "promises_visits_owed" ON "promises" USING btree ("office_id","due_by","opened_by","what") WHERE kept_at is null and withdrawn_at is null and what in ('special_visit', 'return_visit', 'follow_up', 'provider_visit', 'quality_visit', 'weekly_visit', 'survey_visit', 'defect_check_first', 'defect_check_second', 'defect_check_third');
--> statement-breakpoint
GRANT SELECT, INSERT ON open_letter_lines TO huiyin_app;
--> statement-breakpoint
GRANT SELECT ON open_letter_lines TO huiyin_retention;
--> statement-breakpoint
GRANT UPDATE (words) ON open_letter_lines TO huiyin_retention;
--> statement-breakpoint
GRANT SELECT, INSERT ON survey_tries TO huiyin_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON questionnaires TO huiyin_app;
--> statement-breakpoint
GRANT SELECT ON survey_tries, questionnaires TO huiyin_retention;
--> statement-breakpoint
GRANT SELECT, INSERT ON survey_ticks TO huiyin_app;
--> statement-breakpoint
GRANT UPDATE (taken_back_at) ON survey_ticks TO huiyin_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON survey_typings TO huiyin_app;
--> statement-breakpoint
GRANT UPDATE (sheets) ON survey_typings TO huiyin_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON survey_replacements TO huiyin_app;
--> statement-breakpoint
GRANT UPDATE (drawn) ON survey_homes TO huiyin_app;
--> statement-breakpoint
GRANT DELETE ON participations TO huiyin_app;
--> statement-breakpoint
GRANT SELECT ON survey_ticks, survey_typings, survey_replacements TO huiyin_retention;
