CREATE TABLE "survey_codes" (
	"office_id" uuid NOT NULL,
	"survey_id" uuid NOT NULL,
	"picture" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "survey_codes_survey_id_pk" PRIMARY KEY("survey_id")
);
--> statement-breakpoint
ALTER TABLE "reveals" ALTER COLUMN "ticket_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "reveals" ADD COLUMN "survey_id" uuid;--> statement-breakpoint
ALTER TABLE "reveals" ADD COLUMN "home_id" uuid;--> statement-breakpoint
ALTER TABLE "survey_codes" ADD CONSTRAINT "survey_codes_of" FOREIGN KEY ("survey_id","office_id") REFERENCES "public"."errands"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reveals" ADD CONSTRAINT "reveals_of_call" FOREIGN KEY ("survey_id","home_id") REFERENCES "public"."survey_homes"("survey_id","home_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reveals_by_survey" ON "reveals" USING btree ("survey_id","home_id","at") WHERE survey_id is not null;--> statement-breakpoint
ALTER TABLE "reveals" ADD CONSTRAINT "reveals_of_one" CHECK (num_nonnulls(ticket_id, survey_id) = 1 and (survey_id is null) = (home_id is null));
--> statement-breakpoint
GRANT SELECT, INSERT ON survey_codes TO huiyin_app;
--> statement-breakpoint
GRANT SELECT ON survey_codes TO huiyin_retention;
