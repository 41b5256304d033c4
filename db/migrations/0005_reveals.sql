CREATE UNLOGGED TABLE "limit_uses" (
	"what" text NOT NULL,
	"who" text NOT NULL,
	"window_from" timestamp (3) with time zone NOT NULL,
	"uses" integer NOT NULL,
	CONSTRAINT "limit_uses_what_who_pk" PRIMARY KEY("what","who")
);
--> statement-breakpoint
CREATE TABLE "reveals" (
	"id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"whose_id" uuid NOT NULL,
	"by_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"words" text,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reveals_id_office_id_pk" PRIMARY KEY("id","office_id")
);
--> statement-breakpoint
ALTER TABLE "reveals" ADD CONSTRAINT "reveals_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reveals" ADD CONSTRAINT "reveals_whose_id_people_id_fk" FOREIGN KEY ("whose_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reveals" ADD CONSTRAINT "reveals_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reveals" ADD CONSTRAINT "reveals_ticket_id_office_id_tickets_id_office_id_fk" FOREIGN KEY ("ticket_id","office_id") REFERENCES "public"."tickets"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reveals_by_office" ON "reveals" USING btree ("office_id","id");--> statement-breakpoint
CREATE INDEX "reveals_by_ticket" ON "reveals" USING btree ("office_id","ticket_id","at");--> statement-breakpoint
CREATE INDEX "reveals_by_whose" ON "reveals" USING btree ("whose_id","id");
--> statement-breakpoint
GRANT SELECT, INSERT ON reveals TO huiyin_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON limit_uses TO huiyin_app;
--> statement-breakpoint
GRANT SELECT ON reveals, limit_uses TO huiyin_retention;
--> statement-breakpoint
GRANT UPDATE (words), DELETE ON reveals TO huiyin_retention;
--> statement-breakpoint
GRANT DELETE ON limit_uses TO huiyin_retention;
