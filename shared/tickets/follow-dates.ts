import type { Until } from './ticket.ts';

/** The dates an event froze, by the names its facts give them. */
export function datesIn(facts: Readonly<Record<string, unknown>>): Until {
  const named: [keyof Until, unknown][] = [
    ['reopen', facts.reopenBy],
    ['silence', facts.silentBy],
    ['warranty', facts.warrantyBy],
    ['unheard', facts.unheardBy],
    ['office', facts.officeBy],
  ];
  return Object.fromEntries(named.filter(([, at]) => typeof at === 'string').map(([name, at]) => [name, new Date(at as string)]));
}
