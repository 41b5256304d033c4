CREATE TABLE "channel_keepers" (
	"id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"keeper_id" uuid,
	"from_at" timestamp (3) with time zone NOT NULL,
	"set_by" uuid NOT NULL,
	CONSTRAINT "channel_keepers_id_office_id_pk" PRIMARY KEY("id","office_id")
);
--> statement-breakpoint
ALTER TABLE "channel_keepers" ADD CONSTRAINT "channel_keepers_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_keepers" ADD CONSTRAINT "channel_keepers_keeper_id_people_id_fk" FOREIGN KEY ("keeper_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_keepers" ADD CONSTRAINT "channel_keepers_set_by_people_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "channel_keepers_by_channel" ON "channel_keepers" USING btree ("office_id","channel","from_at");--> statement-breakpoint
CREATE INDEX "errands_of_duties" ON "errands" USING btree ("office_id",(facts->>'duty'),(facts->>'part'),"answer_by") WHERE kind = 'duty';
--> statement-breakpoint
GRANT SELECT, INSERT ON channel_keepers TO huiyin_app;
--> statement-breakpoint
GRANT SELECT ON channel_keepers TO huiyin_retention;
