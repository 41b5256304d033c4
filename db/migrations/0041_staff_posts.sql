CREATE TABLE "leaves" (
	"id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"deputy_id" uuid,
	"from_at" timestamp (3) with time zone NOT NULL,
	"until_at" timestamp (3) with time zone NOT NULL,
	"booked_by_id" uuid NOT NULL,
	"booked_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended_by_id" uuid,
	"hands_on" boolean NOT NULL,
	"hand_to_id" uuid,
	"handed_at" timestamp (3) with time zone,
	CONSTRAINT "leaves_id_office_id_pk" PRIMARY KEY("id","office_id")
);
--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "appointed_by_id" uuid;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "appointed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "ended_by_id" uuid;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "ended_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "hand_to_id" uuid;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "handed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "deputy_for_id" uuid;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "leave_id" uuid;--> statement-breakpoint
ALTER TABLE "leaves" ADD CONSTRAINT "leaves_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaves" ADD CONSTRAINT "leaves_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaves" ADD CONSTRAINT "leaves_deputy_id_people_id_fk" FOREIGN KEY ("deputy_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaves" ADD CONSTRAINT "leaves_booked_by_id_people_id_fk" FOREIGN KEY ("booked_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaves" ADD CONSTRAINT "leaves_ended_by_id_people_id_fk" FOREIGN KEY ("ended_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaves" ADD CONSTRAINT "leaves_hand_to_id_people_id_fk" FOREIGN KEY ("hand_to_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "leaves_of_person" ON "leaves" USING btree ("office_id","person_id","from_at");--> statement-breakpoint
CREATE INDEX "leaves_to_hand_on" ON "leaves" USING btree ("from_at") WHERE hands_on and handed_at is null;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_appointed_by_id_people_id_fk" FOREIGN KEY ("appointed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_ended_by_id_people_id_fk" FOREIGN KEY ("ended_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_hand_to_id_people_id_fk" FOREIGN KEY ("hand_to_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_deputy_for_id_people_id_fk" FOREIGN KEY ("deputy_for_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "appointments_to_hand_on" ON "appointments" USING btree ("until_at") WHERE ended_at is not null and handed_at is null;
--> statement-breakpoint
REVOKE UPDATE ON appointments FROM huiyin_app;
--> statement-breakpoint
GRANT UPDATE (until_at, ended_by_id, ended_at, hand_to_id, handed_at) ON appointments TO huiyin_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON leaves TO huiyin_app;
--> statement-breakpoint
GRANT UPDATE (ended_at, ended_by_id, handed_at) ON leaves TO huiyin_app;
--> statement-breakpoint
GRANT SELECT ON leaves TO huiyin_retention;
