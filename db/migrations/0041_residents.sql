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
ALTER TABLE "reveals" DROP CONSTRAINT IF EXISTS "reveals_of_one";--> statement-breakpoint
ALTER TABLE "binding_requests" ADD COLUMN "vouched" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "homes" ADD COLUMN "organisation" text;--> statement-breakpoint
ALTER TABLE "residences" ADD COLUMN "invited_by_id" uuid;--> statement-breakpoint
ALTER TABLE "family_invitations" ADD CONSTRAINT "family_invitations_issued_by_id_people_id_fk" FOREIGN KEY ("issued_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "family_invitations" ADD CONSTRAINT "family_invitations_used_by_id_people_id_fk" FOREIGN KEY ("used_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "family_invitations" ADD CONSTRAINT "family_invitations_of" FOREIGN KEY ("home_id","office_id") REFERENCES "public"."homes"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "household_changes" ADD CONSTRAINT "household_changes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "household_changes" ADD CONSTRAINT "household_changes_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "household_changes" ADD CONSTRAINT "household_changes_of" FOREIGN KEY ("home_id","office_id") REFERENCES "public"."homes"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "family_invitations_by_code" ON "family_invitations" USING btree ("code_hash");--> statement-breakpoint
CREATE INDEX "family_invitations_of_home" ON "family_invitations" USING btree ("office_id","home_id","id");--> statement-breakpoint
CREATE INDEX "household_changes_of_home" ON "household_changes" USING btree ("office_id","home_id","id");--> statement-breakpoint
ALTER TABLE "residences" ADD CONSTRAINT "residences_invited_by_id_people_id_fk" FOREIGN KEY ("invited_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reveals" ADD CONSTRAINT "reveals_of_home" FOREIGN KEY ("home_id","office_id") REFERENCES "public"."homes"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "wechat_accounts_of_person" ON "wechat_accounts" USING btree ("person_id");--> statement-breakpoint
ALTER TABLE "reveals" ADD CONSTRAINT "reveals_of_one" CHECK ((ticket_id is null) = (home_id is not null) and (ticket_id is null or survey_id is null));
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
