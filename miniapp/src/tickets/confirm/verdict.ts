import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { ticketRoutes } from '../../../../shared/contract/tickets.ts';
import type { Opinion } from '../../../../shared/tickets/decide.ts';
import { api } from '../../kernel/api.ts';
import { lookAtConsents, offerConsents } from '../../kernel/consents.ts';
import { useDraft } from '../../kernel/draft.ts';
import { goBack } from '../../kernel/go.ts';
import { type Sending, useSend } from '../../kernel/send.ts';

export interface Verdict {
  fixed: boolean | null;
  opinion: Opinion | null;
  setOpinion: (opinion: Opinion) => void;
  words: string;
  write: (words: string) => void;
  sending: Sending;
  submit: () => Promise<void>;
}

/** The resident's answer, as chosen so far; 修好了 and 没修好 keep their own words. */
export function useVerdict(id: string, fixed: boolean | null, onRefused: () => Promise<void>): Verdict {
  const [opinion, setOpinion] = useState<Opinion | null>(null);
  const [opinionWords, writeOpinion, forgetOpinion] = useDraft(`confirm.${id}`);
  const [reason, writeReason, forgetReason] = useDraft(`reopen.${id}`);
  const sending = useSend();
  const { confirm, reopen } = ticketRoutes;
  useEffect(() => {
    void lookAtConsents();
  }, []);
  const submit = async () => {
    const sent = fixed
      ? sending.send({ id, opinion: opinion as Opinion, words: opinionWords }, api.confirm, confirm.params.extend(confirm.body.shape))
      : sending.send({ id, words: reason }, api.reopen, reopen.params.extend(reopen.body.shape));
    // In the same tap, beside what is being sent and never before it.
    if (fixed ? opinion !== null : reason !== '') offerConsents();
    if (await sent) {
      forgetOpinion();
      forgetReason();
      void Taro.showToast({ title: fixed ? '已确认，谢谢您' : '收到了，马上返工', icon: 'none', duration: 2_500 });
      goBack();
    } else await onRefused();
  };
  const choose = (chosen: Opinion) => {
    sending.forgive();
    setOpinion(chosen);
  };
  return { fixed, opinion, setOpinion: choose, words: fixed ? opinionWords : reason, write: fixed ? writeOpinion : writeReason, sending, submit };
}
