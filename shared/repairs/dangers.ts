import { inForce } from '../kernel/rules.ts';
import type { RepairPlace } from '../tickets/ticket.ts';

/** Whom to ring: the estate's own hotline, or a number that is the same in the whole country. */
export type Dial = 'hotline' | '119' | '120';

/** A danger somebody stands in front of: what to do first, and whom to ring. */
export interface DangerRow {
  code: string;
  label: string;
  /** What to do first, in the order it is done; three at most. */
  first: readonly string[];
  /** Whom to ring first, then whom else. */
  dials: readonly [Dial, ...Dial[]];
  /** The category it is reported as where nothing else was chosen. */
  category: string;
  /** Where it can only be there. */
  place?: RepairPlace;
  clause: 'R1';
  item: string;
  since: string;
}

// R1⑦ as rows: fire goes to the fire brigade, what the house itself can shut off or open to the hotline.
// A row in force is never edited: add its successor.
// biome-ignore format: a table reads best as one
export const DANGERS: readonly DangerRow[] = [
  { code: 'gas',        label: '煤气味',     first: ['不开灯、不点火，不碰任何电器', '关燃气总阀，开窗', '人先下楼，到屋外再打电话'],   dials: ['hotline', '119'],        category: 'other',      clause: 'R1', item: '⑦', since: '2026-01-01' },
  { code: 'lift',       label: '电梯困人',   first: ['不扒门，不往外爬，靠里站好', '按轿厢里的红色警铃', '在外面的，隔着门告诉里面已经叫人了'], dials: ['hotline', '119'],        category: 'lift', place: 'public', clause: 'R1', item: '⑦', since: '2026-01-01' },
  { code: 'live_wire',  label: '漏电冒火花', first: ['人离开，不碰电线，也不碰碰着电的人', '够得着就拉下总闸', '有人触电，打 120'],           dials: ['hotline', '120', '119'], category: 'power',      clause: 'R1', item: '⑦', since: '2026-01-01' },
  { code: 'fire',       label: '着火',       first: ['人先走，走楼梯，不坐电梯', '把门带上，有烟就弯腰走', '到了外面打 119'],                 dials: ['119', 'hotline', '120'], category: 'other',      clause: 'R1', item: '⑦', since: '2026-01-01' },
  { code: 'water_near', label: '水快淹到电', first: ['不踩水里，不碰插座和电器', '站在干的地方拉下总闸', '关得了的话关水总阀'],             dials: ['hotline', '119'],        category: 'burst_pipe', clause: 'R1', item: '⑦', since: '2026-01-01' },
];

/** Every danger a report may name. */
export const dangerCodes = [...new Set(DANGERS.map((row) => row.code))] as [string, ...string[]];

const NEWEST = '9999-12-31';

/** The dangers as they are offered on a day, in the order they are shown. */
export const dangersOn = (day = NEWEST): DangerRow[] => inForce(DANGERS, day, (row) => row.code);

/** The danger of a code as it stood on a day (by default its newest row); undefined for a code nobody knows. */
export const dangerOf = (code: unknown, day = NEWEST): DangerRow | undefined => dangersOn(day).find((row) => row.code === code);

/** Whom one rings, as a button says it. */
export const DIAL_LABELS: Record<Dial, string> = { hotline: '值班电话', '119': '火警 119', '120': '急救 120' };

/** A number as its button says it, and what it dials. */
export interface Call {
  label: string;
  number: string;
}

/** Whom to ring for a danger, the first first; without one known, the hotline. An estate that has no number on record leaves the country's own. */
export function callsFor(danger: DangerRow | undefined, hotline: string | null): Call[] {
  const dials: readonly Dial[] = danger?.dials ?? ['hotline', '119', '120'];
  const calls = dials.flatMap((dial): Call[] => {
    const number = dial === 'hotline' ? hotline : dial;
    return number === null ? [] : [{ label: DIAL_LABELS[dial], number }];
  });
  return calls.length > 0 ? calls : [{ label: DIAL_LABELS['119'], number: '119' }];
}
