CREATE TABLE "colleague_participations" (
	"office_id" uuid NOT NULL,
	"survey_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"answered_on" date NOT NULL,
	CONSTRAINT "colleague_participations_survey_id_person_id_pk" PRIMARY KEY("survey_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "company_documents" (
	"office_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"errand_id" uuid NOT NULL,
	"title" text NOT NULL,
	"words" text NOT NULL,
	"gets" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "company_documents_id_office_id_pk" PRIMARY KEY("id","office_id")
);
--> statement-breakpoint
CREATE TABLE "mailbox_words" (
	"office_id" uuid NOT NULL,
	"errand_id" uuid NOT NULL,
	"nth" integer NOT NULL,
	"body" text NOT NULL,
	CONSTRAINT "mailbox_words_errand_id_nth_pk" PRIMARY KEY("errand_id","nth")
);
--> statement-breakpoint
CREATE TABLE "survey_colleagues" (
	"office_id" uuid NOT NULL,
	"survey_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "survey_colleagues_survey_id_person_id_pk" PRIMARY KEY("survey_id","person_id")
);
--> statement-breakpoint
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
ALTER TABLE "company_documents" ADD CONSTRAINT "company_documents_of" FOREIGN KEY ("errand_id","office_id") REFERENCES "public"."errands"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailbox_words" ADD CONSTRAINT "mailbox_words_of" FOREIGN KEY ("errand_id","office_id") REFERENCES "public"."errands"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_colleagues" ADD CONSTRAINT "survey_colleagues_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_colleagues" ADD CONSTRAINT "survey_colleagues_of" FOREIGN KEY ("survey_id","office_id") REFERENCES "public"."errands"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_codes" ADD CONSTRAINT "survey_codes_of" FOREIGN KEY ("survey_id","office_id") REFERENCES "public"."errands"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "company_documents_of_errand" ON "company_documents" USING btree ("errand_id");--> statement-breakpoint
CREATE INDEX "survey_colleagues_by_person" ON "survey_colleagues" USING btree ("person_id","survey_id");--> statement-breakpoint
ALTER TABLE "reveals" ADD CONSTRAINT "reveals_of_call" FOREIGN KEY ("survey_id","home_id") REFERENCES "public"."survey_homes"("survey_id","home_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reveals_by_survey" ON "reveals" USING btree ("survey_id","home_id","at") WHERE survey_id is not null;--> statement-breakpoint
CREATE INDEX "tickets_services" ON "tickets" USING btree ("office_id","received_at") WHERE kind = 'special_service';--> statement-breakpoint
--> statement-breakpoint
GRANT SELECT, INSERT ON survey_codes, survey_colleagues, colleague_participations, company_documents, mailbox_words TO huiyin_app;
--> statement-breakpoint
GRANT SELECT ON survey_codes, survey_colleagues, colleague_participations, company_documents, mailbox_words TO huiyin_retention;
--> statement-breakpoint
GRANT UPDATE (body) ON mailbox_words TO huiyin_retention;
