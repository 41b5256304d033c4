CREATE TABLE "hotline_proposals" (
	"office_id" uuid NOT NULL,
	"approval_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"purpose" text NOT NULL,
	"number" text,
	"from_on" date NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "hotline_proposals_office_id_approval_id_round_pk" PRIMARY KEY("office_id","approval_id","round")
);
--> statement-breakpoint
CREATE TABLE "hotlines" (
	"id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"number" text,
	"from_on" date NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	"set_by" uuid NOT NULL,
	"approval_id" uuid NOT NULL,
	"round" integer NOT NULL,
	CONSTRAINT "hotlines_id_office_id_pk" PRIMARY KEY("id","office_id")
);
--> statement-breakpoint
CREATE TABLE "setting_proposals" (
	"office_id" uuid NOT NULL,
	"approval_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"key" text NOT NULL,
	"value" jsonb NOT NULL,
	"from_on" date NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "setting_proposals_office_id_approval_id_round_pk" PRIMARY KEY("office_id","approval_id","round")
);
--> statement-breakpoint
CREATE TABLE "family_invitations" (
	"id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"home_id" uuid NOT NULL,
	"name" text NOT NULL,
	"phone_index" text NOT NULL,
	"phone_last4" text NOT NULL,
	"code_hash" text NOT NULL,
	"issued_by_id" uuid NOT NULL,
	"issued_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"used_by_id" uuid,
	"withdrawn_at" timestamp (3) with time zone,
	CONSTRAINT "family_invitations_id_office_id_pk" PRIMARY KEY("id","office_id")
);
--> statement-breakpoint
CREATE TABLE "household_changes" (
	"id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"home_id" uuid NOT NULL,
	"did" text NOT NULL,
	"person_id" uuid,
	"as" text,
	"on_at" timestamp (3) with time zone,
	"proof" text,
	"words" text NOT NULL,
	"by_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "household_changes_id_office_id_pk" PRIMARY KEY("id","office_id")
);
--> statement-breakpoint
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
ALTER TABLE "reveals" DROP CONSTRAINT IF EXISTS "reveals_of_one";--> statement-breakpoint
ALTER TABLE "binding_requests" ADD COLUMN "vouched" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "mailbox_words" ADD COLUMN "moved_to" date;--> statement-breakpoint
ALTER TABLE "errands" ADD COLUMN "next_look_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "appointed_by_id" uuid;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "appointed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "ended_by_id" uuid;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "ended_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "hand_to_id" uuid;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "handed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "deputy_for_id" uuid;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "leave_id" uuid;--> statement-breakpoint
ALTER TABLE "homes" ADD COLUMN "organisation" text;--> statement-breakpoint
ALTER TABLE "residences" ADD COLUMN "invited_by_id" uuid;--> statement-breakpoint
ALTER TABLE "settings" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "settings" ADD COLUMN "approval_id" uuid;--> statement-breakpoint
ALTER TABLE "settings" ADD COLUMN "round" integer;--> statement-breakpoint
ALTER TABLE "hotline_proposals" ADD CONSTRAINT "hotline_proposals_of" FOREIGN KEY ("approval_id","office_id") REFERENCES "public"."approvals"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hotlines" ADD CONSTRAINT "hotlines_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hotlines" ADD CONSTRAINT "hotlines_set_by_people_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hotlines" ADD CONSTRAINT "hotlines_of" FOREIGN KEY ("approval_id","office_id") REFERENCES "public"."approvals"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "setting_proposals" ADD CONSTRAINT "setting_proposals_of" FOREIGN KEY ("approval_id","office_id") REFERENCES "public"."approvals"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "family_invitations" ADD CONSTRAINT "family_invitations_issued_by_id_people_id_fk" FOREIGN KEY ("issued_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "family_invitations" ADD CONSTRAINT "family_invitations_used_by_id_people_id_fk" FOREIGN KEY ("used_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "family_invitations" ADD CONSTRAINT "family_invitations_of" FOREIGN KEY ("home_id","office_id") REFERENCES "public"."homes"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "household_changes" ADD CONSTRAINT "household_changes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "household_changes" ADD CONSTRAINT "household_changes_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "household_changes" ADD CONSTRAINT "household_changes_of" FOREIGN KEY ("home_id","office_id") REFERENCES "public"."homes"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaves" ADD CONSTRAINT "leaves_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaves" ADD CONSTRAINT "leaves_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaves" ADD CONSTRAINT "leaves_deputy_id_people_id_fk" FOREIGN KEY ("deputy_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaves" ADD CONSTRAINT "leaves_booked_by_id_people_id_fk" FOREIGN KEY ("booked_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaves" ADD CONSTRAINT "leaves_ended_by_id_people_id_fk" FOREIGN KEY ("ended_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaves" ADD CONSTRAINT "leaves_hand_to_id_people_id_fk" FOREIGN KEY ("hand_to_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "hotlines_once" ON "hotlines" USING btree ("office_id","approval_id","round");--> statement-breakpoint
CREATE INDEX "hotlines_by_purpose" ON "hotlines" USING btree ("office_id","purpose","from_on");--> statement-breakpoint
CREATE INDEX "family_invitations_by_code" ON "family_invitations" USING btree ("code_hash");--> statement-breakpoint
CREATE INDEX "family_invitations_of_home" ON "family_invitations" USING btree ("office_id","home_id","id");--> statement-breakpoint
CREATE INDEX "household_changes_of_home" ON "household_changes" USING btree ("office_id","home_id","id");--> statement-breakpoint
CREATE INDEX "leaves_of_person" ON "leaves" USING btree ("office_id","person_id","from_at");--> statement-breakpoint
CREATE INDEX "leaves_to_hand_on" ON "leaves" USING btree ("from_at") WHERE hands_on and handed_at is null;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_appointed_by_id_people_id_fk" FOREIGN KEY ("appointed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_ended_by_id_people_id_fk" FOREIGN KEY ("ended_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_hand_to_id_people_id_fk" FOREIGN KEY ("hand_to_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_deputy_for_id_people_id_fk" FOREIGN KEY ("deputy_for_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "residences" ADD CONSTRAINT "residences_invited_by_id_people_id_fk" FOREIGN KEY ("invited_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reveals" ADD CONSTRAINT "reveals_of_home" FOREIGN KEY ("home_id","office_id") REFERENCES "public"."homes"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "errands_to_look_at" ON "errands" USING btree ("office_id","next_look_at") WHERE next_look_at is not null;--> statement-breakpoint
CREATE INDEX "appointments_to_hand_on" ON "appointments" USING btree ("until_at") WHERE ended_at is not null and handed_at is null;--> statement-breakpoint
CREATE INDEX "wechat_accounts_of_person" ON "wechat_accounts" USING btree ("person_id");--> statement-breakpoint
ALTER TABLE "reveals" ADD CONSTRAINT "reveals_of_one" CHECK ((ticket_id is null) = (home_id is not null) and (ticket_id is null or survey_id is null));--> statement-breakpoint
-- A post is ended, never edited: who held what when stays (A3).
REVOKE UPDATE ON appointments FROM huiyin_app;
--> statement-breakpoint
GRANT UPDATE (until_at, ended_by_id, ended_at, hand_to_id, handed_at) ON appointments TO huiyin_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON leaves TO huiyin_app;
--> statement-breakpoint
GRANT UPDATE (ended_at, ended_by_id, handed_at) ON leaves TO huiyin_app;
--> statement-breakpoint
GRANT SELECT ON leaves TO huiyin_retention;
--> statement-breakpoint
GRANT SELECT, INSERT ON setting_proposals, hotlines, hotline_proposals TO huiyin_app;
--> statement-breakpoint
GRANT SELECT ON setting_proposals, hotlines, hotline_proposals TO huiyin_retention;
--> statement-breakpoint
GRANT SELECT, INSERT ON household_changes, family_invitations TO huiyin_app;
--> statement-breakpoint
GRANT UPDATE (used_at, used_by_id, withdrawn_at) ON family_invitations TO huiyin_app;
--> statement-breakpoint
-- Who lived where is never edited: a residence ends, and another begins.
REVOKE UPDATE ON residences, homes FROM huiyin_app;
--> statement-breakpoint
GRANT UPDATE (until_at) ON residences TO huiyin_app;
--> statement-breakpoint
GRANT UPDATE (key_customer, organisation) ON homes TO huiyin_app;
--> statement-breakpoint
-- Whoever asks for it is forgotten at once, and that is a removal like any other.
GRANT INSERT ON removals TO huiyin_app;
--> statement-breakpoint
GRANT SELECT ON household_changes, family_invitations TO huiyin_retention;
--> statement-breakpoint
GRANT UPDATE (words) ON household_changes TO huiyin_retention;
--> statement-breakpoint
GRANT DELETE ON family_invitations TO huiyin_retention;
