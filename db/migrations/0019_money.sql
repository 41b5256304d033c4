CREATE TABLE "charges" (
	"office_id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"quote_id" uuid,
	"quantities" integer[] NOT NULL,
	"labour_fen" integer NOT NULL,
	"parts_fen" integer NOT NULL,
	"by_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "charges_office_id_ticket_id_round_pk" PRIMARY KEY("office_id","ticket_id","round")
);
--> statement-breakpoint
CREATE TABLE "prices" (
	"id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"name" text NOT NULL,
	"unit" text NOT NULL,
	"kind" text NOT NULL,
	"price_fen" integer NOT NULL,
	"warranty_months" integer,
	"withdrawn" boolean NOT NULL,
	"from_on" date NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	"set_by" uuid NOT NULL,
	CONSTRAINT "prices_id_office_id_pk" PRIMARY KEY("id","office_id")
);
--> statement-breakpoint
CREATE TABLE "quote_lines" (
	"office_id" uuid NOT NULL,
	"quote_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"price_id" uuid,
	"label" text NOT NULL,
	"unit" text NOT NULL,
	"kind" text NOT NULL,
	"quantity" integer NOT NULL,
	"price_fen" integer,
	"warranty_months" integer,
	CONSTRAINT "quote_lines_office_id_quote_id_position_pk" PRIMARY KEY("office_id","quote_id","position")
);
--> statement-breakpoint
CREATE TABLE "quotes" (
	"id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"version" integer NOT NULL,
	"half_days" integer NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "quotes_id_office_id_pk" PRIMARY KEY("id","office_id")
);
--> statement-breakpoint
ALTER TABLE "charges" ADD CONSTRAINT "charges_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charges" ADD CONSTRAINT "charges_ticket_id_office_id_tickets_id_office_id_fk" FOREIGN KEY ("ticket_id","office_id") REFERENCES "public"."tickets"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charges" ADD CONSTRAINT "charges_by_quote" FOREIGN KEY ("quote_id","office_id") REFERENCES "public"."quotes"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prices" ADD CONSTRAINT "prices_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prices" ADD CONSTRAINT "prices_set_by_people_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quote_lines" ADD CONSTRAINT "quote_lines_of" FOREIGN KEY ("quote_id","office_id") REFERENCES "public"."quotes"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quote_lines" ADD CONSTRAINT "quote_lines_from" FOREIGN KEY ("price_id","office_id") REFERENCES "public"."prices"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_made_by_people_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_ticket_id_office_id_tickets_id_office_id_fk" FOREIGN KEY ("ticket_id","office_id") REFERENCES "public"."tickets"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "prices_by_item" ON "prices" USING btree ("office_id","item_id","from_on");--> statement-breakpoint
CREATE UNIQUE INDEX "quotes_by_ticket" ON "quotes" USING btree ("office_id","ticket_id","version");--> statement-breakpoint
CREATE INDEX "tickets_waiting" ON "tickets" USING btree ("id") WHERE (status in ('dispatched', 'on_site') and (facts #>> '{quote,stand}' = 'offered' or facts ->> 'proposal' is not null));--> statement-breakpoint
CREATE INDEX "tickets_waiting_by_office" ON "tickets" USING btree ("office_id","id") WHERE (status in ('dispatched', 'on_site') and (facts #>> '{quote,stand}' = 'offered' or facts ->> 'proposal' is not null));
--> statement-breakpoint
GRANT SELECT, INSERT ON prices, quotes, quote_lines, charges TO huiyin_app;
--> statement-breakpoint
GRANT SELECT ON prices, quotes, quote_lines, charges TO huiyin_retention;
--> statement-breakpoint
GRANT UPDATE ON quote_lines TO huiyin_retention;
