ALTER TABLE "followers" ADD COLUMN "until_at" timestamp (3) with time zone;
