import Taro from '@tarojs/taro';
import { photosThere } from '../../../../shared/queue/queue.ts';
import { addDraftShots, addDraftThere, draftOf } from '../../kernel/draft.ts';
import { type Held, letGo } from '../../kernel/held.ts';
import { keep, kept } from '../../kernel/keep.ts';
import { isOnJobs } from '../../kernel/session.ts';
import { isReportBegun, unsendReport } from '../report/draft.ts';

/** The draft that the words of each act came from. */
const DRAFTS: Record<string, `draft.${string}`> = {
  say: 'draft.say',
  confirm: 'draft.confirm',
  reopen: 'draft.reopen',
  verify: 'draft.verify',
  redo: 'draft.redo',
  finish: 'draft.finish',
  complete: 'draft.complete',
  note: 'draft.note',
  change: 'draft.change',
  cancel: 'draft.cancel',
  recordRound: 'draft.round',
};
const PAGES: Record<string, string> = {
  confirm: '/tickets/confirm/index',
  reopen: '/tickets/confirm/index',
  verify: '/tickets/accept/index',
  redo: '/tickets/accept/index',
  finish: '/staff/finish/index',
  complete: '/staff/complete/index',
  recordRound: '/staff/round/index',
};
const pageOf = (held: Held) => PAGES[held.act] ?? (isOnJobs() ? '/staff/ticket/index' : '/tickets/detail/index');

/** What goes with it and what of it is there already: 照片 2 张、语音; empty where it is words alone. */
export function sayShots(held: Held): string {
  const spoken = held.shots.filter((one) => one.type === 'audio/mpeg').length;
  const photos = held.shots.length - spoken + photosThere(held).length;
  return [...(photos > 0 ? [`照片 ${photos} 张`] : []), ...(spoken > 0 ? ['语音'] : [])].join('、');
}

/** Whether there is anything in it to take back and change. */
export const isWritten = (held: Held): boolean => held.words !== '' || sayShots(held) !== '';

/** What begins a matter belongs to none yet: the draft its words and photos came from, and its page. */
const BEGINS: Partial<Record<string, { draft: string; page: string }>> = {
  speak: { draft: 'speak', page: '/tickets/speak/index' },
  complain: { draft: 'speak', page: '/tickets/complain/index' },
  intake: { draft: 'intake', page: '/staff/intake/index' },
  takeRemark: { draft: 'intake', page: '/staff/remark/index' },
  takeComplaint: { draft: 'intake', page: '/staff/complaint/index' },
};

/** Words taken back, before those written there meanwhile. */
const joined = (words: string, written: string) => [words, written].filter((one) => one !== '').join('\n');

/** Puts what began a matter back where it was written, with what was chosen beside it. */
function unsendBegun({ act, body, words, shots }: Held, draft: string): void {
  if (draft === 'intake') {
    const written = draftOf<{ words?: string }>('intake', {});
    const { name, channel, saidAt, place, where, category, worse, danger } = body;
    const chosen = act === 'intake' ? { place, where, category, worse, danger } : {};
    keep('draft.intake', JSON.stringify({ name, channel, saidAt, ...chosen, ...written, words: joined(words, written.words ?? '') }));
  } else keep('draft.speak', joined(words, kept('draft.speak')));
  const { against, compensation, danger, media, door, ticketId = '' } = body;
  const about = JSON.stringify({ against, compensation, danger, media });
  if (act === 'speak') keep('draft.speak-kind', JSON.stringify(body.kind));
  if (act === 'complain') keep(`draft.complain${String(ticketId)}`, about);
  if (act === 'complain') keep('draft.complain-door', JSON.stringify(door === 'company'));
  if (act === 'takeComplaint') keep('draft.taken-about', about);
  if (act === 'takeComplaint') keep('draft.taken-door', JSON.stringify(door));
  addDraftShots(draft, shots);
}

/** Puts a slip back where it was written, with what was chosen of it; of what was begun there meanwhile its choices stay. */
function unsendSlip({ body, words }: Held): string {
  const ticket = String(body.ticketId ?? '');
  const { kind, department, lead, answerBy, calledPerson, officeId } = body;
  keep(`draft.errand-content.${ticket}`, joined(words, kept(`draft.errand-content.${ticket}`)));
  const choices = `draft.errand.${ticket}` as const;
  if (!kept(choices)) keep(choices, JSON.stringify({ kind, department, lead: lead === true, called: calledPerson !== undefined, answerBy }));
  if (officeId && !kept('draft.errand-office')) keep('draft.errand-office', JSON.stringify(officeId));
  return `/errands/write/index${ticket ? `?ticket=${ticket}` : ''}`;
}

/** Takes what waits back to where it was written, to be changed; nothing written there meanwhile is lost. */
export function unsend(held: Held): void {
  if (held.act === 'report') {
    if (isReportBegun()) {
      void Taro.showToast({ title: '报修页上还写着另一件，请先交了那件', icon: 'none', duration: 3_000 });
      return;
    }
    unsendReport(held);
    letGo(held, true);
    void Taro.redirectTo({ url: '/tickets/report/index' });
    return;
  }
  if (held.act === 'giveErrand') {
    const url = unsendSlip(held);
    letGo(held);
    void Taro.redirectTo({ url });
    return;
  }
  const begins = BEGINS[held.act];
  if (begins) {
    unsendBegun(held, begins.draft);
    letGo(held, true);
    void Taro.redirectTo({ url: `${begins.page}${held.body.ticketId ? `?ticket=${String(held.body.ticketId)}` : ''}` });
    return;
  }
  const name: `draft.${string}` = `${DRAFTS[held.act] ?? 'draft.other'}.${held.subject}`;
  if (held.words) keep(name, joined(held.words, kept(name)));
  const { category, worse, danger } = held.body;
  if (held.act === 'change') keep(`draft.change-choice.${held.subject}`, JSON.stringify({ ...(category ? { code: category } : {}), worse, danger }));
  if (held.act === 'recordRound') keep(`draft.round-items.${held.subject}`, JSON.stringify(held.body.items));
  if (held.shotsFirst) addDraftShots(`${held.act}.${held.subject}`, held.shots);
  addDraftThere(`${held.act}.${held.subject}`, photosThere(held));
  letGo(held, held.shotsFirst);
  void Taro.redirectTo({ url: `${pageOf(held)}?id=${held.subject}` });
}
