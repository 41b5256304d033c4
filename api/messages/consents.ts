import { createHash } from 'node:crypto';
import { UUID } from 'uuidv7';
import { addConsents, holdOwnAccount, type NewConsent, personOfOpenid, readConsents, type StoredConsent } from '../../db/queries/messages.ts';
import { readViewer } from '../../db/queries/viewer.ts';
import type { Consent } from '../../shared/contract/consents.ts';
import { MINUTE } from '../../shared/kernel/time.ts';
import { ANSWERS, type Answer, consentsLeft } from '../../shared/messages/consents.ts';
import { TEMPLATE_NAMES, type TemplateName, templateOn } from '../../shared/messages/templates.ts';
import { type Ctx, type House, transact } from '../context.ts';

/** The phone and WeChat's push tell of the same tap within moments; it counts once. */
const SAME_TAP = 10 * MINUTE;

const grantsBy = (lines: readonly StoredConsent[], via: StoredConsent['via'], since: number) =>
  lines.filter((line) => line.what === 'granted' && line.via === via && line.at.getTime() >= since).length;

/** One answer as a line: an acceptance the other side has told already counts nothing. */
function lineOf(
  house: Pick<House, 'clock' | 'newId'>,
  lines: readonly StoredConsent[],
  template: TemplateName,
  what: (typeof ANSWERS)[Answer],
  always: boolean,
  via: 'phone' | 'push',
): NewConsent {
  const at = house.clock();
  const since = at.getTime() - SAME_TAP;
  const other = via === 'phone' ? 'push' : 'phone';
  const isKnown = grantsBy(lines, other, since) > grantsBy(lines, via, since);
  return { id: house.newId(), template, what, change: what === 'granted' && !isKnown ? 1 : 0, always, via, eventId: null, at };
}

/** The templates that are connected and for this person: colleagues theirs, residents theirs. */
function offered(ctx: Ctx): TemplateName[] {
  if (!ctx.wechat) return [];
  const isColleague = ctx.viewer.appointments.length > 0;
  const isResident = ctx.viewer.residences.length > 0;
  return TEMPLATE_NAMES.filter((name) => ctx.messageTemplates?.[name] && (name === 'colleagues' ? isColleague : isResident));
}

function view(ctx: Ctx, stored: readonly StoredConsent[]): { items: Consent[] } {
  const items = offered(ctx).map((name): Consent => {
    const lines = stored.filter((line) => line.template === name);
    const answer = lines.findLast((line) => line.via === 'phone');
    return {
      name,
      templateId: ctx.messageTemplates?.[name] ?? '',
      label: templateOn(name, ctx.clock())?.label ?? '',
      left: consentsLeft(lines),
      always: answer?.always ?? false,
      refused: answer !== undefined && answer.what !== 'granted',
    };
  });
  return { items };
}

/** What the phone may ask this person about, and what is left of each; nothing where their WeChat is not bound. */
export async function consents(ctx: Ctx): Promise<{ items: Consent[] }> {
  const stored = await readConsents(ctx.db, ctx.viewer);
  return stored ? view(ctx, stored) : { items: [] };
}

/** Keeps what somebody chose in WeChat's own dialog. A refusal changes nothing else. */
export async function answerConsents(ctx: Ctx, input: { answers: { name: TemplateName; answer: Answer; always: boolean }[] }) {
  return transact(ctx, async (tx): Promise<{ items: Consent[] }> => {
    if (!(await holdOwnAccount(tx, ctx.viewer))) return { items: [] };
    const stored = (await readConsents(tx, ctx.viewer)) ?? [];
    const mine = input.answers.filter(({ name }, index) => input.answers.findIndex((other) => other.name === name) === index);
    const lines = mine
      .filter(({ name }) => offered(ctx).includes(name))
      .map(({ name, answer, always }) =>
        lineOf(
          ctx,
          stored.filter((line) => line.template === name),
          name,
          ANSWERS[answer],
          always,
          'phone',
        ),
      );
    await addConsents(tx, ctx.viewer, lines);
    return view(ctx, (await readConsents(tx, ctx.viewer)) ?? []);
  });
}

/** One entry of a pushed event's List, as documented; a single one comes without its array. */
interface Pushed {
  TemplateId?: unknown;
  SubscribeStatusString?: unknown;
  ErrorCode?: unknown;
}

/** What a pushed answer is known by: the same push delivered again has the same. */
function pushOf(event: Record<string, unknown>, template: TemplateName): string {
  const said = JSON.stringify([event.FromUserName, event.CreateTime, event.Event, template]);
  return UUID.ofInner(new Uint8Array(createHash('sha256').update(said).digest().subarray(0, 16))).toString();
}

const SENT_WELL = new Set(['0', '', 'undefined']);

const pushedIn = (event: Record<string, unknown>): Pushed[] => {
  const inner = (event.SubscribeMsgPopupEvent ?? event.SubscribeMsgChangeEvent ?? event.SubscribeMsgSentEvent ?? event) as { List?: unknown };
  const list = inner.List ?? [];
  return (Array.isArray(list) ? list : [list]).filter((one): one is Pushed => typeof one === 'object' && one !== null);
};

/**
 * What WeChat pushes about consents: the dialog was answered (popup), somebody changed their mind in its settings (change), a message arrived or not
 * (sent).
 * A stranger's, or one of a template that is not ours, changes nothing. Pushed twice it counts once, and so does an acceptance the phone told as
 * well.
 */
export async function subscribeChanged(house: House, event: Record<string, unknown>): Promise<void> {
  const person = await personOfOpenid(house.db, String(event.FromUserName ?? ''));
  const now = house.clock();
  const viewer = person && (await readViewer(house.db, person, now, now));
  if (!viewer) return;
  const isPopup = event.Event === 'subscribe_msg_popup_event';
  for (const pushed of pushedIn(event)) {
    const name = TEMPLATE_NAMES.find((one) => house.messageTemplates?.[one] === pushed.TemplateId);
    if (!name) continue;
    const isRefusal =
      event.Event === 'subscribe_msg_sent_event' ? !SENT_WELL.has(String(pushed.ErrorCode)) : pushed.SubscribeStatusString !== 'accept';
    // What arrived is on record already, and a mind changed to yes in the settings allows no message yet.
    if (!isRefusal && !isPopup) continue;
    const eventId = pushOf(event, name);
    await transact(house, async (tx) => {
      if (!(await holdOwnAccount(tx, viewer))) return;
      const lines = ((await readConsents(tx, viewer)) ?? []).filter((line) => line.template === name);
      if (lines.some((line) => line.eventId === eventId)) return;
      const line = lineOf(house, lines, name, isRefusal ? 'refused' : 'granted', false, 'push');
      await addConsents(tx, viewer, [{ ...line, eventId, ...(isPopup ? {} : { what: 'emptied' }) }]);
    });
  }
}
