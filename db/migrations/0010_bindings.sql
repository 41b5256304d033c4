CREATE TABLE "binding_requests" (
	"id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"openid" text NOT NULL,
	"name" text NOT NULL,
	"home" text NOT NULL,
	"phone_cipher" text NOT NULL,
	"phone_index" text NOT NULL,
	"phone_last4" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"answer" text,
	"answered_at" timestamp (3) with time zone,
	"answered_by_id" uuid,
	"person_id" uuid,
	"proof" text,
	"words" text,
	CONSTRAINT "binding_requests_id_office_id_pk" PRIMARY KEY("id","office_id")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"issued_by_id" uuid NOT NULL,
	"issued_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"replaced_at" timestamp (3) with time zone,
	CONSTRAINT "invitations_id_office_id_pk" PRIMARY KEY("id","office_id")
);
--> statement-breakpoint
ALTER TABLE "wechat_accounts" ADD COLUMN "via" text DEFAULT 'phone' NOT NULL;--> statement-breakpoint
ALTER TABLE "binding_requests" ADD CONSTRAINT "binding_requests_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "binding_requests" ADD CONSTRAINT "binding_requests_answered_by_id_people_id_fk" FOREIGN KEY ("answered_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "binding_requests" ADD CONSTRAINT "binding_requests_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_issued_by_id_people_id_fk" FOREIGN KEY ("issued_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "binding_requests_open" ON "binding_requests" USING btree ("office_id","openid") WHERE answered_at is null;--> statement-breakpoint
CREATE INDEX "binding_requests_by_office" ON "binding_requests" USING btree ("office_id","id") WHERE answered_at is null;--> statement-breakpoint
CREATE INDEX "binding_requests_by_openid" ON "binding_requests" USING btree ("openid","id");--> statement-breakpoint
CREATE INDEX "invitations_by_code" ON "invitations" USING btree ("code_hash");--> statement-breakpoint
CREATE INDEX "invitations_by_person" ON "invitations" USING btree ("person_id","id");--> statement-breakpoint
GRANT SELECT, INSERT ON binding_requests TO huiyin_app;
--> statement-breakpoint
GRANT UPDATE (answer, answered_at, answered_by_id, person_id, proof, words) ON binding_requests TO huiyin_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON invitations TO huiyin_app;
--> statement-breakpoint
GRANT UPDATE (used_at, replaced_at) ON invitations TO huiyin_app;
--> statement-breakpoint
GRANT SELECT, DELETE ON binding_requests, invitations, wechat_accounts TO huiyin_retention;
