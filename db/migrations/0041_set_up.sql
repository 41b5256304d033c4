CREATE TABLE "office_entries" (
	"id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"facts" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by_id" uuid,
	CONSTRAINT "office_entries_id_office_id_pk" PRIMARY KEY("id","office_id")
);
--> statement-breakpoint
CREATE TABLE "roster_imports" (
	"id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by_id" uuid NOT NULL,
	"rows" integer NOT NULL,
	"homes" integer NOT NULL,
	"people" integer NOT NULL,
	"residences" integer NOT NULL,
	CONSTRAINT "roster_imports_id_office_id_pk" PRIMARY KEY("id","office_id")
);
--> statement-breakpoint
CREATE TABLE "set_up_codes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code_hash" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"replaced_at" timestamp (3) with time zone,
	"used_at" timestamp (3) with time zone,
	"used_by_id" uuid,
	CONSTRAINT "set_up_codes_code_hash_unique" UNIQUE("code_hash")
);
--> statement-breakpoint
ALTER TABLE "office_entries" ADD CONSTRAINT "office_entries_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "office_entries" ADD CONSTRAINT "office_entries_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_imports" ADD CONSTRAINT "roster_imports_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_imports" ADD CONSTRAINT "roster_imports_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "set_up_codes" ADD CONSTRAINT "set_up_codes_used_by_id_people_id_fk" FOREIGN KEY ("used_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "office_entries_by_version" ON "office_entries" USING btree ("office_id","version");--> statement-breakpoint
CREATE INDEX "roster_imports_by_office" ON "roster_imports" USING btree ("office_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "set_up_codes_used_once" ON "set_up_codes" USING btree ((true)) WHERE used_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "homes_by_place" ON "homes" USING btree ("office_id","building","unit","room");--> statement-breakpoint
GRANT SELECT, INSERT ON office_entries, roster_imports TO huiyin_app;
--> statement-breakpoint
GRANT SELECT, UPDATE (used_at, used_by_id) ON set_up_codes TO huiyin_app;
--> statement-breakpoint
GRANT SELECT ON set_up_codes, office_entries, roster_imports TO huiyin_retention;
