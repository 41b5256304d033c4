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
ALTER TABLE "setting_proposals" ADD CONSTRAINT "setting_proposals_of" FOREIGN KEY ("approval_id","office_id") REFERENCES "public"."approvals"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
GRANT SELECT, INSERT ON setting_proposals TO huiyin_app;
--> statement-breakpoint
GRANT SELECT ON setting_proposals TO huiyin_retention;
