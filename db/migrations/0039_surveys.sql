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
ALTER TABLE "survey_homes" ADD CONSTRAINT "survey_homes_of" FOREIGN KEY ("survey_id","office_id") REFERENCES "public"."errands"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_homes" ADD CONSTRAINT "survey_homes_about" FOREIGN KEY ("home_id","office_id") REFERENCES "public"."homes"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "survey_homes_by_home" ON "survey_homes" USING btree ("home_id","survey_id");
--> statement-breakpoint
GRANT SELECT, INSERT ON survey_homes TO huiyin_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON participations TO huiyin_app;
--> statement-breakpoint
GRANT SELECT, INSERT, TRUNCATE ON survey_inbox TO huiyin_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON survey_answers TO huiyin_app;
--> statement-breakpoint
GRANT UPDATE (body) ON survey_answers TO huiyin_retention;
--> statement-breakpoint
GRANT SELECT ON survey_homes, participations, survey_answers TO huiyin_retention;
