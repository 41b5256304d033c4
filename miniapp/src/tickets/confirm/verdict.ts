import Taro from '@tarojs/taro';
import { useState } from 'react';
import { ticketRoutes } from '../../../../shared/contract/tickets.ts';
import { type RatingTag, type Score, tagsFor } from '../../../../shared/tickets/ratings.ts';
import { api } from '../../kernel/api.ts';
import { useDraft } from '../../kernel/draft.ts';
import { goBack } from '../../kernel/go.ts';
import { type Sending, useSend } from '../../kernel/send.ts';

export interface Verdict {
  fixed: boolean | null;
  score: Score | null;
  setScore: (score: Score) => void;
  tags: readonly RatingTag[];
  toggle: (tag: RatingTag) => void;
  words: string;
  write: (words: string) => void;
  sending: Sending;
  submit: () => Promise<void>;
}

/** The resident's answer, as chosen so far; 修好了 and 没修好 keep their own words. */
export function useVerdict(id: string, fixed: boolean | null, onRefused: () => Promise<void>): Verdict {
  const [score, setScore] = useState<Score | null>(null);
  const [tags, setTags] = useState<readonly RatingTag[]>([]);
  const [opinionWords, writeOpinion, forgetOpinion] = useDraft(`confirm.${id}`);
  const [reason, writeReason, forgetReason] = useDraft(`reopen.${id}`);
  const sending = useSend();
  const { confirm, reopen } = ticketRoutes;
  const submit = async () => {
    const done = fixed
      ? await sending.send(
          { id, score: score as Score, tags: [...tags], words: opinionWords },
          api.confirm,
          confirm.params.extend(confirm.body.shape),
        )
      : await sending.send({ id, words: reason }, api.reopen, reopen.params.extend(reopen.body.shape));
    if (done) {
      forgetOpinion();
      forgetReason();
      void Taro.showToast({ title: fixed ? '已确认，谢谢您' : '收到了，马上返工', icon: 'none', duration: 2_500 });
      goBack();
    } else await onRefused();
  };
  const choose = (chosen: Score) => {
    sending.forgive();
    setScore(chosen);
    setTags((all) => all.filter((tag) => tagsFor(chosen).includes(tag)));
  };
  const toggle = (tag: RatingTag) => setTags((all) => (all.includes(tag) ? all.filter((one) => one !== tag) : [...all, tag]));
  return {
    fixed,
    score,
    setScore: choose,
    tags,
    toggle,
    words: fixed ? opinionWords : reason,
    write: fixed ? writeOpinion : writeReason,
    sending,
    submit,
  };
}
