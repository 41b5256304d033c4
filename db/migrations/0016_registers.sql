CREATE TABLE "exports" (
	"id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"by_id" uuid NOT NULL,
	"register" text NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"until_at" timestamp (3) with time zone NOT NULL,
	"rows" integer NOT NULL,
	"cut" boolean NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "exports_id_office_id_pk" PRIMARY KEY("id","office_id")
);
--> statement-breakpoint
ALTER TABLE "exports" ADD CONSTRAINT "exports_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exports" ADD CONSTRAINT "exports_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "exports_by_office" ON "exports" USING btree ("office_id","id");--> statement-breakpoint
CREATE INDEX "exports_by_person" ON "exports" USING btree ("by_id","id");--> statement-breakpoint
CREATE INDEX "promises_by_due" ON "promises" USING btree ("office_id","due_by");
--> statement-breakpoint
GRANT SELECT, INSERT ON exports TO huiyin_app;
--> statement-breakpoint
GRANT SELECT, DELETE ON exports TO huiyin_retention;
