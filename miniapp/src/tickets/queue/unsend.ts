import Taro from '@tarojs/taro';
import { keep, kept } from '../../kernel/keep.ts';
import { type Held, letGo } from '../../kernel/queue.ts';
import { isReportBegun, unsendReport } from '../report/draft.ts';

/** The draft that the words of each act came from. */
const DRAFTS: Record<string, `draft.${string}`> = { say: 'draft.say', confirm: 'draft.confirm', reopen: 'draft.reopen' };
const PAGES: Record<string, string> = { say: '/tickets/detail/index', confirm: '/tickets/confirm/index', reopen: '/tickets/confirm/index' };

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
  const name: `draft.${string}` = `${DRAFTS[held.act] ?? 'draft.other'}.${held.subject}`;
  if (held.words) keep(name, kept(name) ? `${held.words}\n${kept(name)}` : held.words);
  letGo(held);
  void Taro.redirectTo({ url: `${PAGES[held.act] ?? '/tickets/detail/index'}?id=${held.subject}` });
}
