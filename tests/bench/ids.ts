// Who and what there is in the company the bench plays in: every id can be computed from who or what it is of.

export const OFFICES = 200;
export const HOMES = 300;
export const OCCUPANTS = 100;
/** The instant the bench begins at; everything filled in lies before it. */
export const NOW = new Date('2026-03-02T02:00:00.000Z');
export const BORN = new Date('2016-01-04T00:00:00.000Z').getTime();
/** So far apart that the whole of this month so far lies in the newest thousand. */
export const BETWEEN_TICKETS_MS = 125_000;

/** Kinds of rows in the ids made here, so that every id can be computed from who or what it is. */
export const KIND = { office: 1, home: 2, person: 3, ticket: 4, contact: 5, event: 6, inbox: 7, appointment: 8, residence: 9 } as const;

const hex = (value: number, width: number) => value.toString(16).padStart(width, '0');

export function idOf(ms: number, kind: keyof typeof KIND, n: number): string {
  const all = `${hex(ms, 12)}7${hex(KIND[kind], 3)}8000${hex(n, 12)}`;
  return [all.slice(0, 8), all.slice(8, 12), all.slice(12, 16), all.slice(16, 20), all.slice(20)].join('-');
}

export const officeId = (office: number) => idOf(BORN, 'office', office);
export const homeId = (office: number, home: number) => idOf(BORN, 'home', office * 1000 + home);
/** Residents are 0 to 399 (owners by home, then occupants), staff from 900 on; the head office is office 200. */
export const personId = (office: number, who: number) => idOf(BORN, 'person', office * 1000 + who);
export const STAFF = { agent: 900, livingAgent: 901, director: 902, supervisor: 903, desk: 904, technician: 910 } as const;
export const HEAD_OFFICE = OFFICES;
export const QUALITY = 900;
export const COMPLAINTS_OFFICER = 903;
export const TECHNICIANS = 6;
/** The id of the k-th newest ticket. The newest thousand are the same at every size. */
export const newestTicketId = (tickets: number, k: number) => idOf(NOW.getTime() - k * BETWEEN_TICKETS_MS, 'ticket', tickets - k + 1);
