-- What happened in the present round, as one map; what only a kind of ticket has, as another. Both are told by the events.
ALTER TABLE "inbox" ADD COLUMN "subject_kind" text NOT NULL DEFAULT 'ticket';--> statement-breakpoint
ALTER TABLE "inbox" ALTER COLUMN "subject_kind" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "facts" jsonb NOT NULL DEFAULT '{}';--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "happened" jsonb NOT NULL DEFAULT '{}';--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "first_happened" jsonb NOT NULL DEFAULT '{}';--> statement-breakpoint
UPDATE "tickets" t SET
  "facts" = jsonb_build_object('urgency', t.urgency, 'category', t.category, 'danger', t.danger, 'supervised', t.supervised),
  "happened" = coalesce(m.happened, '{}'), "first_happened" = coalesce(m.first_happened, '{}')
FROM "tickets" o LEFT JOIN LATERAL (
  SELECT jsonb_object_agg(d.did, d.last_at) FILTER (WHERE NOT (d.did IN ('accepted', 'arrived') AND d.last_seq < d.sent_seq)) AS happened,
    jsonb_object_agg(d.did, d.first_at) AS first_happened
  FROM (
    SELECT e.did, (array_agg(e.at ORDER BY e.seq DESC))[1] AS last_at, (array_agg(e.at ORDER BY e.seq))[1] AS first_at, max(e.seq) AS last_seq,
      (SELECT max(s.seq) FROM "events" s WHERE s.office_id = o.office_id AND s.subject = o.id AND s.did = 'dispatched') AS sent_seq
    FROM "events" e
    WHERE e.office_id = o.office_id AND e.subject = o.id AND e.did NOT IN ('received', 'reopened', 'warned', 'missed', 'told', 'cancelled', 'merged', 'walled')
      AND e.seq > (SELECT coalesce(max(r.seq), 0) FROM "events" r WHERE r.office_id = o.office_id AND r.subject = o.id AND r.did = 'reopened')
    GROUP BY e.did) d
) m ON true
WHERE t.id = o.id AND t.office_id = o.office_id;--> statement-breakpoint
ALTER TABLE "tickets" ALTER COLUMN "facts" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "tickets" ALTER COLUMN "happened" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "tickets" ALTER COLUMN "first_happened" DROP DEFAULT;
