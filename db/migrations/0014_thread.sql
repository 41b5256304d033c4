CREATE TABLE "canned_replies" (
	"id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"reply_id" uuid NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"withdrawn" boolean NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"set_by" uuid NOT NULL,
	CONSTRAINT "canned_replies_id_office_id_pk" PRIMARY KEY("id","office_id")
);
--> statement-breakpoint
CREATE UNLOGGED TABLE "presences" (
	"office_id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "presences_office_id_person_id_pk" PRIMARY KEY("office_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "ratings" (
	"office_id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"person_id" uuid NOT NULL,
	"score" integer NOT NULL,
	"tags" text[] NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "ratings_office_id_ticket_id_round_person_id_pk" PRIMARY KEY("office_id","ticket_id","round","person_id")
);
--> statement-breakpoint
CREATE TABLE "reads" (
	"office_id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"read_to" uuid NOT NULL,
	CONSTRAINT "reads_office_id_ticket_id_person_id_pk" PRIMARY KEY("office_id","ticket_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "canned_replies" ADD CONSTRAINT "canned_replies_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "canned_replies" ADD CONSTRAINT "canned_replies_set_by_people_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presences" ADD CONSTRAINT "presences_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_ticket_id_office_id_tickets_id_office_id_fk" FOREIGN KEY ("ticket_id","office_id") REFERENCES "public"."tickets"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reads" ADD CONSTRAINT "reads_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reads" ADD CONSTRAINT "reads_ticket_id_office_id_tickets_id_office_id_fk" FOREIGN KEY ("ticket_id","office_id") REFERENCES "public"."tickets"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "canned_replies_by_reply" ON "canned_replies" USING btree ("office_id","reply_id","id");--> statement-breakpoint
CREATE INDEX "presences_by_ticket" ON "presences" USING btree ("office_id","ticket_id");--> statement-breakpoint
GRANT SELECT, INSERT ON canned_replies, ratings TO huiyin_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON reads, presences TO huiyin_app;
--> statement-breakpoint
GRANT SELECT ON canned_replies, ratings, reads TO huiyin_retention;
