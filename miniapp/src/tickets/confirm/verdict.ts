import { useEffect } from 'react';
import { type RatingTag, type Score, tagsFor } from '../../../../shared/tickets/ratings.ts';
import { lookAtConsents, offerConsents } from '../../kernel/consents.ts';
import { useDraft, useDraftChoice } from '../../kernel/draft.ts';
import { goBack } from '../../kernel/go.ts';
import { keep } from '../../kernel/keep.ts';
import { type QueuedSending, tellSent, useQueuedSend } from '../../kernel/queued-send.ts';

export interface Verdict {
  fixed: boolean | null;
  score: Score | null;
  setScore: (score: Score) => void;
  tags: readonly RatingTag[];
  toggle: (tag: RatingTag) => void;
  words: string;
  write: (words: string) => void;
  sending: QueuedSending;
  submit: () => Promise<void>;
}

/** The resident's answer, as chosen so far; 修好了 and 没修好 keep their own words. */
export function useVerdict(id: string, title: string, fixed: boolean | null, onRefused: () => Promise<void>): Verdict {
  const [score, setScore, forgetScore] = useDraftChoice<Score | null>(`score.${id}`, null);
  const [tags, setTags, forgetTags] = useDraftChoice<readonly RatingTag[]>(`tags.${id}`, []);
  const [opinionWords, writeOpinion, forgetOpinion] = useDraft(`confirm.${id}`);
  const [reason, writeReason, forgetReason] = useDraft(`reopen.${id}`);
  const sending = useQueuedSend();
  useEffect(() => {
    void lookAtConsents();
  }, []);
  const submit = async () => {
    const words = fixed ? opinionWords : reason;
    const act = fixed ? 'confirm' : 'reopen';
    const sent = sending.send({
      act,
      subject: id,
      title,
      words,
      body: { id, words, ...(fixed ? { score: score ?? undefined, tags: [...tags] } : {}) },
    });
    // In the same tap, beside what is being sent and never before it.
    if (fixed ? score !== null : reason !== '') offerConsents();
    const done = await sent;
    if (done) {
      forgetOpinion();
      forgetReason();
      forgetScore();
      forgetTags();
      keep(`draft.fixed.${id}`, '');
      tellSent(done, fixed ? '已确认，谢谢您' : '收到了，马上返工');
      goBack();
    } else await onRefused();
  };
  const choose = (chosen: Score) => {
    sending.forgive();
    setScore(chosen);
    setTags(tags.filter((tag) => tagsFor(chosen).includes(tag)));
  };
  const toggle = (tag: RatingTag) => setTags(tags.includes(tag) ? tags.filter((one) => one !== tag) : [...tags, tag]);
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
