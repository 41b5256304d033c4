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
ALTER TABLE "settings" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "settings" ADD COLUMN "approval_id" uuid;--> statement-breakpoint
ALTER TABLE "settings" ADD COLUMN "round" integer;--> statement-breakpoint
ALTER TABLE "hotline_proposals" ADD CONSTRAINT "hotline_proposals_of" FOREIGN KEY ("approval_id","office_id") REFERENCES "public"."approvals"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hotlines" ADD CONSTRAINT "hotlines_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hotlines" ADD CONSTRAINT "hotlines_set_by_people_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hotlines" ADD CONSTRAINT "hotlines_of" FOREIGN KEY ("approval_id","office_id") REFERENCES "public"."approvals"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "setting_proposals" ADD CONSTRAINT "setting_proposals_of" FOREIGN KEY ("approval_id","office_id") REFERENCES "public"."approvals"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "hotlines_once" ON "hotlines" USING btree ("office_id","approval_id","round");--> statement-breakpoint
CREATE INDEX "hotlines_by_purpose" ON "hotlines" USING btree ("office_id","purpose","from_on");--> statement-breakpoint
GRANT SELECT, INSERT ON setting_proposals, hotlines, hotline_proposals TO huiyin_app;
--> statement-breakpoint
GRANT SELECT ON setting_proposals, hotlines, hotline_proposals TO huiyin_retention;
