CREATE TABLE "wechat_accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"openid" text NOT NULL,
	"person_id" uuid NOT NULL,
	"bound_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	"unbound_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "wechat_accounts" ADD CONSTRAINT "wechat_accounts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "wechat_accounts_by_openid" ON "wechat_accounts" USING btree ("openid") WHERE unbound_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "wechat_accounts_by_person" ON "wechat_accounts" USING btree ("person_id") WHERE unbound_at is null;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON wechat_accounts TO huiyin_app;
