import { boolean, date, foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant, officeId } from './columns.ts';
import { offices } from './offices.ts';
import { people } from './people.ts';

const by = (name: string) =>
  uuid(name)
    .notNull()
    .references(() => people.id);

/** The outside providers of an office's special services, by name; a counterpart, not a person of the house. */
export const providers = pgTable(
  'providers',
  {
    id: uuid('id').notNull(),
    officeId: officeId().references(() => offices.id),
    name: text('name').notNull(),
    addedAt: instant('added_at').notNull(),
    addedBy: by('added_by'),
  },
  (provider) => [primaryKey({ columns: [provider.id, provider.officeId] }), uniqueIndex('providers_by_name').on(provider.officeId, provider.name)],
);

/** What special services an office offers, append-only: the last line of an item that has begun holds, until one withdraws it (R12). */
export const services = pgTable(
  'services',
  {
    id: uuid('id').notNull(),
    officeId: officeId().references(() => offices.id),
    item: uuid('item_id').notNull(),
    name: text('name').notNull(),
    unit: text('unit').notNull(),
    kind: text('kind', { enum: ['paid', 'convenience'] }).notNull(),
    costFen: integer('cost_fen').notNull(),
    labourFen: integer('labour_fen').notNull(),
    about: text('about').notNull(),
    /** None where the office's own people do it. */
    providerId: uuid('provider_id'),
    withdrawn: boolean('withdrawn').notNull(),
    fromOn: date('from_on').notNull(),
    setAt: instant('set_at').notNull(),
    setBy: by('set_by'),
  },
  (line) => [
    primaryKey({ columns: [line.id, line.officeId] }),
    foreignKey({ name: 'services_by_provider', columns: [line.providerId, line.officeId], foreignColumns: [providers.id, providers.officeId] }),
    index('services_by_item').on(line.officeId, line.item, line.fromOn),
  ],
);
