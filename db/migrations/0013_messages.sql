CREATE TABLE "approval_decisions" (
	"id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"approval_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"step" integer NOT NULL,
	"by_id" uuid NOT NULL,
	"verdict" text NOT NULL,
	"words" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "approval_decisions_id_office_id_pk" PRIMARY KEY("id","office_id")
);
--> statement-breakpoint
CREATE TABLE "approval_versions" (
	"office_id" uuid NOT NULL,
	"approval_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"author_id" uuid NOT NULL,
	"words" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "approval_versions_office_id_approval_id_round_pk" PRIMARY KEY("office_id","approval_id","round")
);
--> statement-breakpoint
CREATE TABLE "approvals" (
	"id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"document" text NOT NULL,
	"name" text NOT NULL,
	"written_on" date NOT NULL,
	"status" text NOT NULL,
	"round" integer NOT NULL,
	"step" integer NOT NULL,
	"steps" jsonb NOT NULL,
	"author_id" uuid NOT NULL,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"version" integer NOT NULL,
	CONSTRAINT "approvals_id_office_id_pk" PRIMARY KEY("id","office_id")
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"template" text NOT NULL,
	"what" text NOT NULL,
	"change" integer NOT NULL,
	"always" boolean NOT NULL,
	"via" text NOT NULL,
	"event_id" uuid,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"template" text NOT NULL,
	"outcome" text NOT NULL,
	"tries" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"tried_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "deliveries_id_office_id_pk" PRIMARY KEY("id","office_id")
);
--> statement-breakpoint
ALTER TABLE "approval_decisions" ADD CONSTRAINT "approval_decisions_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_decisions" ADD CONSTRAINT "approval_decisions_of" FOREIGN KEY ("approval_id","office_id") REFERENCES "public"."approvals"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_versions" ADD CONSTRAINT "approval_versions_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval_versions" ADD CONSTRAINT "approval_versions_of" FOREIGN KEY ("approval_id","office_id") REFERENCES "public"."approvals"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "approval_decisions_by_approval" ON "approval_decisions" USING btree ("office_id","approval_id","round");--> statement-breakpoint
CREATE UNIQUE INDEX "approvals_by_name" ON "approvals" USING btree ("office_id","document","name");--> statement-breakpoint
CREATE INDEX "consents_by_person" ON "consents" USING btree ("person_id","template","id");--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_once" ON "deliveries" USING btree ("office_id","event_id","person_id");--> statement-breakpoint
CREATE INDEX "deliveries_by_person" ON "deliveries" USING btree ("person_id","tried_at");--> statement-breakpoint
-- Versions, decisions and what people allowed are append-only for the doors; where an approval or a delivery stands moves on.
GRANT SELECT, INSERT, UPDATE ON approvals, deliveries TO huiyin_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON approval_versions, approval_decisions, consents TO huiyin_app;
--> statement-breakpoint
GRANT SELECT ON approvals, approval_versions, approval_decisions, consents, deliveries TO huiyin_retention;
--> statement-breakpoint
GRANT DELETE ON consents, deliveries TO huiyin_retention;
