import Taro from '@tarojs/taro';
import { photosThere } from '../../../../shared/queue/queue.ts';
import { addDraftShots, addDraftThere } from '../../kernel/draft.ts';
import { type Held, letGo } from '../../kernel/held.ts';
import { keep, kept } from '../../kernel/keep.ts';
import { isOnJobs } from '../../kernel/session.ts';
import { isReportBegun, unsendReport } from '../report/draft.ts';

/** The draft that the words of each act came from. */
const DRAFTS: Record<string, `draft.${string}`> = {
  speak: 'draft.speak',
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
};
const PAGES: Record<string, string> = {
  speak: '/tickets/speak/index',
  confirm: '/tickets/confirm/index',
  reopen: '/tickets/confirm/index',
  verify: '/tickets/accept/index',
  redo: '/tickets/accept/index',
  finish: '/staff/finish/index',
  complete: '/staff/complete/index',
};
const pageOf = (held: Held) => PAGES[held.act] ?? (isOnJobs() ? '/staff/ticket/index' : '/tickets/detail/index');

/** Its photos: those that go with it and those that are there already. */
export const photosOf = (held: Held): number => held.shots.length + photosThere(held).length;

/** Whether there is anything in it to take back and change. */
export const isWritten = (held: Held): boolean => held.words !== '' || photosOf(held) > 0;

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
  const draft = DRAFTS[held.act] ?? 'draft.other';
  // What begins a matter belongs to none yet.
  const name: `draft.${string}` = held.act === 'speak' ? draft : `${draft}.${held.subject}`;
  if (held.words) keep(name, kept(name) ? `${held.words}\n${kept(name)}` : held.words);
  const { category, worse, danger } = held.body;
  if (held.act === 'change') keep(`draft.change-choice.${held.subject}`, JSON.stringify({ ...(category ? { code: category } : {}), worse, danger }));
  if (held.act === 'speak') {
    keep('draft.speak-kind', JSON.stringify(held.body.kind));
    addDraftShots('speak', held.shots);
  }
  if (held.shotsFirst) addDraftShots(`${held.act}.${held.subject}`, held.shots);
  addDraftThere(`${held.act}.${held.subject}`, photosThere(held));
  letGo(held, held.shotsFirst || held.act === 'speak');
  void Taro.redirectTo({ url: `${pageOf(held)}?id=${held.subject}` });
}
