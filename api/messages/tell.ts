import {
  countDeliveries,
  holdAccount,
  isApproved,
  type LineToTell,
  noteConsent,
  noteDelivery,
  type Outcome,
  readConsentLines,
  readDelivery,
  readLineToTell,
} from '../../db/queries/messages.ts';
import type { Job } from '../../db/queries/outbox.ts';
import { readViewer, type System } from '../../db/queries/viewer.ts';
import { settingsAt } from '../../shared/kernel/settings.ts';
import { atHour, MINUTE } from '../../shared/kernel/time.ts';
import { consentsLeft } from '../../shared/messages/consents.ts';
import { nextTry, quietUntil } from '../../shared/messages/rhythm.ts';
import { fillTemplate, type TemplateName, type TemplateRow, templateFor, templateOn } from '../../shared/messages/templates.ts';
import { type House, transact } from '../context.ts';
import type { Delivery } from '../wechat/wechat.ts';

/** One line of somebody's inbox, to be told in WeChat too. */
export interface Tell {
  line: string;
  person: string;
  to: 'resident' | 'follower' | 'colleague';
  /** It is about what colleagues owe each other, or about a survey of their home; without it about a ticket. */
  of?: 'errand' | 'survey';
}

/** What is to be done about a line: nothing more, later, or a message, whose intent is on record before it goes out. */
type Plan =
  | { next: 'done' }
  | { next: 'again'; at: Date }
  | { next: 'send'; line: LineToTell; template: TemplateRow; templateId: string; openid: string };

const DONE: Plan = { next: 'done' };

/** After so many failures in a row WeChat is left alone for a moment, so that nothing else waits behind it. */
const ENOUGH = 3;
const PAUSE = MINUTE;
const moods = new WeakMap<NonNullable<House['wechat']>, { failures: number; until: number }>();

function restsUntil(house: House): Date | null {
  const mood = moods.get(house.wechat!);
  return mood && mood.until > house.clock().getTime() ? new Date(mood.until) : null;
}

function remember(house: House, came: Delivery): void {
  const failures = came === 'later' ? (moods.get(house.wechat!)?.failures ?? 0) + 1 : 0;
  moods.set(house.wechat!, { failures, until: failures >= ENOUGH ? house.clock().getTime() + PAUSE : 0 });
}

/** Whether what waited for the resident's word still does: the confirmation, a new date, or a quote. */
function stillWaits({ did, status, isOffered, isDateNamed }: LineToTell): boolean {
  if (did === 'finished') return status === 'finished';
  return (status === 'dispatched' || status === 'on_site') && (did === 'date_proposed' ? isDateNamed : isOffered);
}

/** Whether it is still news: what was answered since needs nobody's answer, and of several lines of one ticket the newest speaks for all. */
function isNews(line: LineToTell, name: TemplateName, to: Tell['to']): boolean {
  if (name === 'needs_you' && !stillWaits(line)) return false;
  return !line.newer.some((did) => templateFor(did, to) === name);
}

/** Where a colleague's or a resident's tap leads. */
function pageOf({ about }: LineToTell, { to, of }: Pick<Tell, 'to' | 'of'>): string {
  if (of === 'survey' && about.errand === 'needs') return `surveys/needs-answer/index?id=${about.id}`;
  if (about.errand === 'survey' && to === 'resident') return `surveys/answer/index?id=${about.id}`;
  const page = about.errand ? (about.errand === 'duty' ? 'staff/round' : 'errands/one') : to === 'colleague' ? 'staff/ticket' : 'tickets/detail';
  return `${page}/index?id=${about.id}`;
}

async function plan(house: House, system: System, { line: lineId, person, to, of }: Tell): Promise<Plan> {
  return transact(house, async (tx) => {
    const now = house.clock();
    const viewer = await readViewer(tx, person, now, now);
    const line = viewer && (await readLineToTell(tx, viewer, lineId, of ?? 'ticket'));
    if (!line) return DONE;
    const name = templateFor(line.did, to);
    const template = templateOn(name, now);
    const templateId = house.messageTemplates?.[name];
    if (!template || !templateId) return DONE;
    const key = { officeId: line.officeId, eventId: line.eventId, personId: person };
    const note = (within: typeof tx, outcome: Outcome) =>
      noteDelivery(within, system, { ...key, id: house.newId(), template: name, outcome, at: line.at, triedAt: now });
    // Held before anything is read of it: two workers at one line do not both find nothing.
    const account = await holdAccount(tx, system, person);
    if (!account) return DONE;
    const before = await readDelivery(tx, system, key);
    // Somebody stopped between sending and saying so: it may have been shown, and nobody is told twice.
    if (before?.outcome === 'sending') await note(tx, 'unknown');
    if (before && before.outcome !== 'later') return DONE;
    const settings = settingsAt(line.settings, now);
    if (!isNews(line, name, to) || nextTry(0, line.at, now) === null) {
      if (before) await note(tx, 'dropped');
      return DONE;
    }
    const morning = line.urgent ? null : quietUntil(now, settings);
    if (morning) return { next: 'again', at: morning };
    const approved = await isApproved(tx, system, { officeId: line.officeId, document: 'message_template', name, writtenOn: template.since });
    if (!approved) return DONE;
    if (consentsLeft(await readConsentLines(tx, system, person, name, account.boundAt)) < 1) return DONE;
    if (!line.urgent && (await countDeliveries(tx, system, person, atHour(now, 0))) >= settings.messagesADay) {
      await note(tx, 'capped');
      return DONE;
    }
    const resting = restsUntil(house);
    if (resting) return { next: 'again', at: resting };
    await noteConsent(tx, system, person, {
      id: house.newId(),
      template: name,
      what: 'used',
      change: -1,
      always: false,
      via: 'house',
      eventId: line.eventId,
      at: now,
    });
    await note(tx, 'sending');
    return { next: 'send', line, template, templateId, openid: account.openid };
  });
}

async function conclude(house: House, system: System, tell: Tell, sent: Extract<Plan, { next: 'send' }>, came: Delivery): Promise<Date | null> {
  const now = house.clock();
  const { line, template } = sent;
  const key = { officeId: line.officeId, eventId: line.eventId, personId: tell.person };
  return transact(house, async (tx) => {
    await holdAccount(tx, system, tell.person);
    const consent = { id: house.newId(), template: template.name, always: false, via: 'house' as const, eventId: line.eventId, at: now };
    if (came === 'later') await noteConsent(tx, system, tell.person, { ...consent, what: 'returned', change: 1 });
    if (came === 'no_consent') await noteConsent(tx, system, tell.person, { ...consent, what: 'emptied', change: 0 });
    const before = await readDelivery(tx, system, key);
    const again = came === 'later' ? nextTry(before?.tries ?? 1, line.at, now) : null;
    const outcome: Outcome = came === 'later' && !again ? 'dropped' : came;
    await noteDelivery(tx, system, { ...key, id: house.newId(), template: template.name, outcome, at: line.at, triedAt: now });
    return again;
  });
}

/**
 * Tells one person of one event in WeChat, once: if its template is agreed to and connected, they allow it, have not read it, and it is not night
 * (P3).
 * The intent stands on record before the message goes out; whoever dies in between has told it, as far as anybody knows.
 * @returns when to try again; null when there is nothing left to do
 */
export async function tell(house: House, job: Job, system: System): Promise<Date | null> {
  if (!house.wechat) return null;
  const given = job.payload as unknown as Tell;
  const planned = await plan(house, system, given);
  if (planned.next === 'again') return planned.at;
  if (planned.next === 'done') return null;
  const { line, template, templateId, openid } = planned;
  const came = await house.wechat.send({ openid, templateId, page: pageOf(line, given), fields: fillTemplate(template, line) });
  remember(house, came);
  return conclude(house, system, given, planned, came);
}
