CREATE TABLE "facilities" (
	"id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"name" text NOT NULL,
	"building" integer,
	"unit" integer,
	"named_by" uuid NOT NULL,
	"named_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "facilities_id_office_id_pk" PRIMARY KEY("id","office_id")
);
--> statement-breakpoint
CREATE TABLE "spending_lines" (
	"office_id" uuid NOT NULL,
	"spending_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"price_id" uuid,
	"label" text NOT NULL,
	"unit" text NOT NULL,
	"kind" text NOT NULL,
	"quantity" integer NOT NULL,
	"price_fen" integer NOT NULL,
	CONSTRAINT "spending_lines_office_id_spending_id_position_pk" PRIMARY KEY("office_id","spending_id","position")
);
--> statement-breakpoint
CREATE TABLE "spendings" (
	"id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"version" integer NOT NULL,
	"labour_fen" integer NOT NULL,
	"parts_fen" integer NOT NULL,
	"by_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"spent_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "spendings_id_office_id_pk" PRIMARY KEY("id","office_id")
);
--> statement-breakpoint
CREATE TABLE "publication_issues" (
	"office_id" uuid NOT NULL,
	"publication_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"by_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"homes" integer NOT NULL,
	"people" integer NOT NULL,
	CONSTRAINT "publication_issues_office_id_publication_id_round_pk" PRIMARY KEY("office_id","publication_id","round")
);
--> statement-breakpoint
CREATE TABLE "publication_versions" (
	"office_id" uuid NOT NULL,
	"publication_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"what" text NOT NULL,
	"work" text NOT NULL,
	"place" text NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"until_at" timestamp (3) with time zone NOT NULL,
	"done_by" text NOT NULL,
	"effect" text NOT NULL,
	"why" text NOT NULL,
	"areas" jsonb NOT NULL,
	"author_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "publication_versions_office_id_publication_id_round_pk" PRIMARY KEY("office_id","publication_id","round")
);
--> statement-breakpoint
CREATE TABLE "publications" (
	"id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"document" text NOT NULL,
	"ticket_id" uuid,
	"by_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "publications_id_office_id_pk" PRIMARY KEY("id","office_id")
);
--> statement-breakpoint
ALTER TABLE "facilities" ADD CONSTRAINT "facilities_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facilities" ADD CONSTRAINT "facilities_named_by_people_id_fk" FOREIGN KEY ("named_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spending_lines" ADD CONSTRAINT "spending_lines_of" FOREIGN KEY ("spending_id","office_id") REFERENCES "public"."spendings"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spending_lines" ADD CONSTRAINT "spending_lines_from" FOREIGN KEY ("price_id","office_id") REFERENCES "public"."prices"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spendings" ADD CONSTRAINT "spendings_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spendings" ADD CONSTRAINT "spendings_ticket_id_office_id_tickets_id_office_id_fk" FOREIGN KEY ("ticket_id","office_id") REFERENCES "public"."tickets"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_issues" ADD CONSTRAINT "publication_issues_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_issues" ADD CONSTRAINT "publication_issues_of" FOREIGN KEY ("office_id","publication_id","round") REFERENCES "public"."publication_versions"("office_id","publication_id","round") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_versions" ADD CONSTRAINT "publication_versions_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_versions" ADD CONSTRAINT "publication_versions_of" FOREIGN KEY ("publication_id","office_id") REFERENCES "public"."publications"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_about" FOREIGN KEY ("ticket_id","office_id") REFERENCES "public"."tickets"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "facilities_by_name" ON "facilities" USING btree ("office_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "spendings_by_ticket" ON "spendings" USING btree ("office_id","ticket_id","round","version");--> statement-breakpoint
CREATE INDEX "spendings_by_time" ON "spendings" USING btree ("office_id","spent_at");--> statement-breakpoint
CREATE INDEX "publication_issues_by_time" ON "publication_issues" USING btree ("office_id","at");--> statement-breakpoint
CREATE INDEX "publications_by_office" ON "publications" USING btree ("office_id","id");
--> statement-breakpoint
GRANT SELECT, INSERT ON facilities, spendings, spending_lines, publications, publication_versions, publication_issues TO huiyin_app;
--> statement-breakpoint
GRANT SELECT ON facilities, spendings, spending_lines, publications, publication_versions, publication_issues TO huiyin_retention;
--> statement-breakpoint
GRANT UPDATE ON spending_lines TO huiyin_retention;
