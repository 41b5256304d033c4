import fc from 'fast-check';
import type { Client } from '../../shared/contract/client.ts';
import { API, type Api } from '../../shared/contract/index.ts';
import type { Route } from '../../shared/contract/route.ts';
import type { TicketDetail } from '../../shared/contract/ticket-views.ts';
import { HOUR, MINUTE } from '../../shared/kernel/time.ts';
import type { Action } from '../../shared/tickets/actions.ts';
import { type Filler, type Pool, valid } from '../support/arbitraries.ts';
import type { Chance } from './chance.ts';
import { circumstances } from './complaints.ts';

type Body = Record<string, unknown>;
type PlannedStep = { words: string; dueBy: string };
type Line = { itemId: string | null; label: string; priceFen: number | null };

/** What a pair of hands needs of the year. */
export interface Around {
  luck: Chance;
  now(): Date;
  as(name: string): Client<Api>;
  personId(name: string): string;
  /** A sentence nobody said before. */
  words(text: string): string;
  photo(name: string, ticketId: string, purpose: 'result' | 'message'): Promise<string>;
  tries(work: () => Promise<unknown>): Promise<boolean>;
  /** What somebody typed was taken. */
  typed(ticketId: string, action: Action, texts: readonly string[]): void;
  /** Who may be sent to a ticket. */
  technicians(ticketId: string): readonly string[];
  /** Who works in the office of a ticket, but for its director. */
  office(ticketId: string): readonly string[];
  isHead(name: string): boolean;
  /** The items of the list where this ticket is. */
  prices(ticketId: string): readonly string[];
}

const PROVIDERS = ['洁亮家电清洗', '邻家保洁'];
const FACILITIES = ['3栋2单元电梯', '东门道闸', '地库照明'];
const NOBODY: Pool = {
  tickets: [],
  complaints: [],
  errands: [],
  duties: [],
  exchanges: [],
  surveys: [],
  needs: [],
  letters: [],
  draws: [],
  homes: [],
  technicians: [],
  photos: [],
  checks: [],
  news: [],
  cursors: [''],
  people: [],
};

/** What chance does not hit: of the world as it stands on this ticket, by the names of the fields. */
function fillerFor(around: Around, ticket: TicketDetail, fresh: string[]): Filler {
  const { luck } = around;
  const ahead = (hours: number) => new Date(Math.ceil((around.now().getTime() + hours * HOUR) / MINUTE) * MINUTE).toISOString();
  const owed = ticket.promises.filter((promise) => !promise.keptAt && !promise.withdrawnAt);
  const missed = ticket.promises.filter((promise) => promise.missed && promise.missCause === null);
  const about = luck.pick([...owed, ...missed, null]);
  const fields: Record<string, () => unknown> = {
    unit: () => '个',
    label: () => `配件${luck.between(1, 9)}号`,
    provider: () => luck.pick(PROVIDERS),
    name: () => luck.pick(FACILITIES),
    quantity: () => luck.between(1, 3),
    halfDays: () => luck.between(1, 5),
    round: () => about?.round,
    technicianId: () => around.personId(luck.pick(around.technicians(ticket.id))),
    praised: () => around.personId(luck.pick(around.technicians(ticket.id))),
    accused: () => around.personId(luck.pick(around.office(ticket.id))),
    person: () => around.personId(luck.pick(around.office(ticket.id))),
    insteadOf: () => ticket.responsible?.id,
    quoteId: () => ticket.quote?.id,
    itemId: () => (around.prices(ticket.id).length > 0 ? luck.pick(around.prices(ticket.id)) : null),
    claimedAt: () => new Date(around.now().getTime() - luck.between(2, 30 * 60) * MINUTE).toISOString(),
    dueBy: () => ticket.proposal?.dueBy ?? ahead(luck.between(1, 90)),
  };
  return (field, { type, format, options }) => {
    const named = fields[field]?.();
    if (named !== undefined && (type === 'string' || type === 'number')) return named;
    if (type === 'enum' && field === 'what') return options.find((option) => option === about?.what);
    if (type === 'string' && format === 'datetime') return ahead(luck.between(1, 72));
    if (type !== 'string' || format !== null) return type === 'string' && format === 'uuid' ? ticket.id : undefined;
    const text = around.words('说一句');
    fresh.push(text);
    return text;
  };
}

/** Lines as whoever may write them writes them: what is on the list has its name and price there, and the supervisor prices what is not. */
function asWritten(lines: readonly Line[], isPriced: boolean): Line[] {
  return lines.map((line) =>
    line.itemId === null
      ? { ...line, label: line.label || '配件', priceFen: isPriced ? (line.priceFen ?? 900) : null }
      : { ...line, label: '', priceFen: null },
  );
}

/** Steps in the order of their days, each in words of its own. */
const planned = (steps: readonly PlannedStep[], around: Around, fresh: string[]): PlannedStep[] =>
  steps
    .map(({ dueBy }) => {
      const words = around.words('做一步');
      fresh.push(words);
      return { words, dueBy };
    })
    .sort((one, other) => one.dueBy.localeCompare(other.dueBy));

/** Parts of a body that stand by what was written on the ticket before. */
function mended(body: Body, ticket: TicketDetail, around: Around, priced: boolean, fresh: string[]): Body {
  const { luck } = around;
  const { voiceId: _, used, spent, ...rest } = body as Body & { spent?: Line[] };
  const agreed = ticket.agreedQuote;
  return {
    ...rest,
    ...('technicianId' in rest && 'provider' in rest && (luck.happens(0.5) ? { technicianId: null } : { provider: '' })),
    ...(used && agreed && luck.happens(0.5) ? { used: agreed.lines.map((line) => luck.between(0, line.quantity)) } : {}),
    ...(spent && ticket.place === 'public' ? { spent: asWritten(spent, true) } : {}),
    ...('against' in rest || 'compensation' in rest
      ? { ...circumstances(luck), ...('accused' in rest ? { accused: luck.happens(0.4) ? rest.accused : [] } : {}) }
      : {}),
    ...('steps' in rest ? { steps: planned(rest.steps as PlannedStep[], around, fresh) } : {}),
    ...('lines' in rest ? { lines: asWritten(rest.lines as Line[], priced) } : {}),
    ...('prices' in rest
      ? {
          prices: (ticket.quote?.lines ?? []).flatMap((line, position) =>
            line.priceFen === null ? [{ position, priceFen: luck.between(1, 9000) }] : [],
          ),
        }
      : {}),
  };
}

/** Everybody's hands: whatever a ticket offers somebody, they can do, with a body made from its schema and from what stands on the ticket. */
export function handsOf(around: Around) {
  const { luck, as } = around;

  async function withPhotos(body: Body, schema: NonNullable<Route['body']>, name: string, ticket: TicketDetail, action: Action): Promise<Body> {
    if (!('photoIds' in schema.shape)) return body;
    const without = { ...body, photoIds: [] };
    if (schema.safeParse(without).success && !luck.happens(0.05)) return without;
    return { ...body, photoIds: [await around.photo(name, ticket.id, action === 'finish' || action === 'complete' ? 'result' : 'message')] };
  }

  async function bodyFor(name: string, ticket: TicketDetail, action: Action, fresh: string[], given: Body): Promise<Body | null> {
    const schema = (API[action as keyof Api] as Route).body!;
    if ('withId' in schema.shape) {
      const alike = (await as(name).duplicates({ id: ticket.id })).items.filter((one) => one.mayMerge);
      return alike.length > 0 ? { withId: luck.pick(alike).id } : null;
    }
    const drawn = valid(schema, NOBODY, '', fillerFor(around, ticket, fresh)) as fc.Arbitrary<Body>;
    const [body] = fc.sample(drawn, { seed: luck.between(1, 2 ** 30), numRuns: 1 });
    const plain = JSON.parse(JSON.stringify(body)) as Body;
    const priced = action === 'spend' || around.isHead(name);
    return withPhotos({ ...mended(plain, ticket, around, priced, fresh), ...given }, schema, name, ticket, action);
  }

  /** Does what is offered; what does not fit is written once more. @returns whether it was taken */
  return async function does(name: string, ticket: TicketDetail, action: Action, given: Body = {}): Promise<Body | null> {
    const route = action as keyof Api;
    for (let left = action === 'finish' ? 1 : 2; left > 0; left -= 1) {
      const fresh: string[] = [];
      let body: Body | null = null;
      const isTaken = await around.tries(async () => {
        body = await bodyFor(name, ticket, action, fresh, given);
        if (body === null) return;
        await (as(name)[route] as (input: Body) => Promise<unknown>)({ id: ticket.id, ...body });
      });
      if (body === null) return null;
      if (!isTaken) continue;
      const sent = JSON.stringify(body);
      around.typed(
        ticket.id,
        action,
        fresh.filter((text) => sent.includes(text)),
      );
      return body;
    }
    return null;
  };
}

export type Hands = ReturnType<typeof handsOf>;
