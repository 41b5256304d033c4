CREATE TABLE "idempotency_keys" (
	"office_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"route" text NOT NULL,
	"key" text NOT NULL,
	"digest" text NOT NULL,
	"subject" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_person_id_route_key_pk" PRIMARY KEY("person_id","route","key")
);
--> statement-breakpoint
CREATE TABLE "inbox" (
	"id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"subject" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"did" text NOT NULL,
	"facts" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"read_at" timestamp (3) with time zone,
	CONSTRAINT "inbox_id_office_id_pk" PRIMARY KEY("id","office_id")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"job" text NOT NULL,
	"payload" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"attempts" integer NOT NULL,
	"lease_until" timestamp (3) with time zone,
	"done_at" timestamp (3) with time zone,
	CONSTRAINT "outbox_id_office_id_pk" PRIMARY KEY("id","office_id")
);
--> statement-breakpoint
CREATE TABLE "appointments" (
	"id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"department" text,
	"scope" text,
	"from_at" timestamp (3) with time zone NOT NULL,
	"until_at" timestamp (3) with time zone,
	CONSTRAINT "appointments_id_office_id_pk" PRIMARY KEY("id","office_id")
);
--> statement-breakpoint
CREATE TABLE "counters" (
	"office_id" uuid NOT NULL,
	"series" text NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "counters_office_id_series_pk" PRIMARY KEY("office_id","series")
);
--> statement-breakpoint
CREATE TABLE "homes" (
	"id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"building" integer NOT NULL,
	"unit" integer NOT NULL,
	"room" text NOT NULL,
	"label" text NOT NULL,
	"key_customer" boolean NOT NULL,
	CONSTRAINT "homes_id_office_id_pk" PRIMARY KEY("id","office_id")
);
--> statement-breakpoint
CREATE TABLE "offices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"letters" text NOT NULL,
	"hotline" text NOT NULL,
	"opens_at_minute" integer NOT NULL,
	"closes_at_minute" integer NOT NULL,
	"occupied_since" date,
	"commission_based" boolean NOT NULL,
	"single_client" boolean NOT NULL,
	CONSTRAINT "offices_letters_unique" UNIQUE("letters")
);
--> statement-breakpoint
CREATE TABLE "residences" (
	"id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"home_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"as" text NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"until_at" timestamp (3) with time zone,
	CONSTRAINT "residences_id_office_id_pk" PRIMARY KEY("id","office_id")
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"key" text NOT NULL,
	"value" jsonb NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	"set_by" uuid,
	CONSTRAINT "settings_id_office_id_pk" PRIMARY KEY("id","office_id")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"phone_cipher" text,
	"phone_index" text,
	"phone_last4" text,
	"signed_out_before" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"subject" uuid NOT NULL,
	"subject_kind" text NOT NULL,
	"seq" integer NOT NULL,
	"did" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"by_id" uuid,
	"facts" jsonb NOT NULL,
	CONSTRAINT "events_id_office_id_pk" PRIMARY KEY("id","office_id")
);
--> statement-breakpoint
CREATE TABLE "promise_steps" (
	"office_id" uuid NOT NULL,
	"subject" uuid NOT NULL,
	"what" text NOT NULL,
	"round" integer NOT NULL,
	"opened_by" uuid NOT NULL,
	"step" text NOT NULL,
	"event_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "promise_steps_office_id_subject_what_round_opened_by_step_pk" PRIMARY KEY("office_id","subject","what","round","opened_by","step")
);
--> statement-breakpoint
CREATE TABLE "promise_terms" (
	"office_id" uuid NOT NULL,
	"subject" uuid NOT NULL,
	"what" text NOT NULL,
	"round" integer NOT NULL,
	"opened_by" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"due_by" timestamp (3) with time zone NOT NULL,
	"agreed_at" timestamp (3) with time zone NOT NULL,
	"agreed_with" uuid,
	"channel" text NOT NULL,
	CONSTRAINT "promise_terms_office_id_subject_what_round_opened_by_event_id_pk" PRIMARY KEY("office_id","subject","what","round","opened_by","event_id")
);
--> statement-breakpoint
CREATE TABLE "promises" (
	"office_id" uuid NOT NULL,
	"subject" uuid NOT NULL,
	"subject_kind" text NOT NULL,
	"what" text NOT NULL,
	"round" integer NOT NULL,
	"opened_by" uuid NOT NULL,
	"rule" text NOT NULL,
	"clause" text NOT NULL,
	"rule_since" date NOT NULL,
	"allowance" text NOT NULL,
	"ladder" jsonb NOT NULL,
	"owed_by_role" text NOT NULL,
	"owed_by" uuid,
	"owed_to" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"first_due_by" timestamp (3) with time zone NOT NULL,
	"due_by" timestamp (3) with time zone NOT NULL,
	"kept_at" timestamp (3) with time zone,
	"kept_by" uuid,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_why" text,
	"miss_cause" text,
	"next_look_at" timestamp (3) with time zone,
	CONSTRAINT "promises_office_id_subject_what_round_opened_by_pk" PRIMARY KEY("office_id","subject","what","round","opened_by")
);
--> statement-breakpoint
CREATE TABLE "assignments" (
	"office_id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"until_at" timestamp (3) with time zone,
	CONSTRAINT "assignments_office_id_ticket_id_event_id_pk" PRIMARY KEY("office_id","ticket_id","event_id")
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"ticket_id" uuid,
	"round" integer,
	"event_id" uuid,
	"at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"channel" text NOT NULL,
	"kind" text NOT NULL,
	"direction" text NOT NULL,
	"audience" text NOT NULL,
	"place" text NOT NULL,
	"author_id" uuid NOT NULL,
	"participants" uuid[] NOT NULL,
	"body" text NOT NULL,
	"outcome" text,
	CONSTRAINT "contacts_id_office_id_pk" PRIMARY KEY("id","office_id")
);
--> statement-breakpoint
CREATE TABLE "followers" (
	"office_id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"via" text NOT NULL,
	"own_ticket" uuid NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "followers_office_id_ticket_id_person_id_pk" PRIMARY KEY("office_id","ticket_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "photos" (
	"id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"purpose" text NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"type" text NOT NULL,
	"bytes" integer NOT NULL,
	"storage_key" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"finalised_at" timestamp (3) with time zone,
	CONSTRAINT "photos_id_office_id_pk" PRIMARY KEY("id","office_id")
);
--> statement-breakpoint
CREATE TABLE "tickets" (
	"id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"number" text NOT NULL,
	"reporter_id" uuid NOT NULL,
	"home_id" uuid NOT NULL,
	"first_contact_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"urgency" text NOT NULL,
	"category" text NOT NULL,
	"place" text NOT NULL,
	"danger" boolean NOT NULL,
	"supervised" boolean NOT NULL,
	"round" integer NOT NULL,
	"assignee_id" uuid,
	"former_assignee_id" uuid,
	"received_at" timestamp (3) with time zone NOT NULL,
	"round_began_at" timestamp (3) with time zone NOT NULL,
	"handed_over_at" timestamp (3) with time zone,
	"taken_on_at" timestamp (3) with time zone,
	"dispatched_at" timestamp (3) with time zone,
	"accepted_at" timestamp (3) with time zone,
	"arrived_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	"visited_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"next_due_by" timestamp (3) with time zone,
	"version" integer NOT NULL,
	CONSTRAINT "tickets_id_office_id_pk" PRIMARY KEY("id","office_id")
);
--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbox" ADD CONSTRAINT "inbox_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbox" ADD CONSTRAINT "inbox_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counters" ADD CONSTRAINT "counters_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "homes" ADD CONSTRAINT "homes_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "residences" ADD CONSTRAINT "residences_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "residences" ADD CONSTRAINT "residences_home_id_office_id_homes_id_office_id_fk" FOREIGN KEY ("home_id","office_id") REFERENCES "public"."homes"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settings" ADD CONSTRAINT "settings_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settings" ADD CONSTRAINT "settings_set_by_people_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise_steps" ADD CONSTRAINT "promise_steps_of" FOREIGN KEY ("office_id","subject","what","round","opened_by") REFERENCES "public"."promises"("office_id","subject","what","round","opened_by") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise_terms" ADD CONSTRAINT "promise_terms_agreed_with_people_id_fk" FOREIGN KEY ("agreed_with") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise_terms" ADD CONSTRAINT "promise_terms_of" FOREIGN KEY ("office_id","subject","what","round","opened_by") REFERENCES "public"."promises"("office_id","subject","what","round","opened_by") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_owed_by_people_id_fk" FOREIGN KEY ("owed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_kept_by_people_id_fk" FOREIGN KEY ("kept_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_ticket_id_office_id_tickets_id_office_id_fk" FOREIGN KEY ("ticket_id","office_id") REFERENCES "public"."tickets"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_ticket_id_office_id_tickets_id_office_id_fk" FOREIGN KEY ("ticket_id","office_id") REFERENCES "public"."tickets"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "followers" ADD CONSTRAINT "followers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "followers" ADD CONSTRAINT "followers_ticket_id_office_id_tickets_id_office_id_fk" FOREIGN KEY ("ticket_id","office_id") REFERENCES "public"."tickets"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "photos" ADD CONSTRAINT "photos_uploaded_by_people_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "photos" ADD CONSTRAINT "photos_ticket_id_office_id_tickets_id_office_id_fk" FOREIGN KEY ("ticket_id","office_id") REFERENCES "public"."tickets"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_reporter_id_people_id_fk" FOREIGN KEY ("reporter_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_assignee_id_people_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_former_assignee_id_people_id_fk" FOREIGN KEY ("former_assignee_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_home_id_office_id_homes_id_office_id_fk" FOREIGN KEY ("home_id","office_id") REFERENCES "public"."homes"("id","office_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "inbox_once" ON "inbox" USING btree ("office_id","event_id","person_id");--> statement-breakpoint
CREATE INDEX "inbox_by_person" ON "inbox" USING btree ("person_id","id");--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("done_at","due_at");--> statement-breakpoint
CREATE INDEX "appointments_by_person" ON "appointments" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "appointments_by_office" ON "appointments" USING btree ("office_id","role");--> statement-breakpoint
CREATE INDEX "homes_by_label" ON "homes" USING btree ("office_id","label");--> statement-breakpoint
CREATE INDEX "residences_by_person" ON "residences" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "residences_by_home" ON "residences" USING btree ("office_id","home_id");--> statement-breakpoint
CREATE INDEX "settings_by_key" ON "settings" USING btree ("office_id","key","from_at");--> statement-breakpoint
CREATE UNIQUE INDEX "people_by_phone" ON "people" USING btree ("phone_index");--> statement-breakpoint
CREATE UNIQUE INDEX "events_by_subject" ON "events" USING btree ("office_id","subject","seq");--> statement-breakpoint
CREATE INDEX "promises_to_look_at" ON "promises" USING btree ("office_id","next_look_at");--> statement-breakpoint
CREATE INDEX "assignments_by_person" ON "assignments" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "contacts_by_ticket" ON "contacts" USING btree ("office_id","ticket_id","id");--> statement-breakpoint
CREATE INDEX "contacts_by_office" ON "contacts" USING btree ("office_id","id");--> statement-breakpoint
CREATE INDEX "followers_by_person" ON "followers" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "photos_by_ticket" ON "photos" USING btree ("office_id","ticket_id");--> statement-breakpoint
CREATE UNIQUE INDEX "tickets_by_number" ON "tickets" USING btree ("office_id","number");--> statement-breakpoint
CREATE INDEX "tickets_by_office" ON "tickets" USING btree ("office_id","id");--> statement-breakpoint
CREATE INDEX "tickets_by_due" ON "tickets" USING btree ("office_id","next_due_by","id");--> statement-breakpoint
CREATE INDEX "tickets_by_home" ON "tickets" USING btree ("office_id","home_id","id");--> statement-breakpoint
CREATE INDEX "tickets_by_reporter" ON "tickets" USING btree ("reporter_id","id");--> statement-breakpoint
CREATE INDEX "tickets_by_assignee" ON "tickets" USING btree ("assignee_id","id");