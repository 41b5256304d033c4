import Taro from '@tarojs/taro';
import { useState } from 'react';
import { serviceRoutes } from '../../../../shared/contract/services.ts';
import { ticketCommands } from '../../../../shared/contract/ticket-commands.ts';
import type { VisitLine } from '../../../../shared/contract/visits.ts';
import type { Opinion } from '../../../../shared/tickets/ratings.ts';
import { reopensBy } from '../../../../shared/visits/decide.ts';
import type { Answers, CallVisit, Question } from '../../../../shared/visits/script.ts';
import { api } from '../../kernel/api.ts';
import { useDraft, useDraftChoice } from '../../kernel/draft.ts';
import { goBack } from '../../kernel/go.ts';
import { useSend } from '../../kernel/send.ts';
import type { Channel } from '../../staff/ticket/ChannelChoice.tsx';

/** The command each visit is kept by. */
const ACTIONS = {
  special_visit: 'visit',
  return_visit: 'returnVisit',
  follow_up: 'returnVisit',
  provider_visit: 'providerVisit',
  quality_visit: 'qualityVisit',
  weekly_visit: 'returnVisit',
  survey_visit: 'visit',
} as const satisfies Record<CallVisit, string>;

/** What each is checked by before it goes. */
const SENT = { ...ticketCommands, ...serviceRoutes };

const toast = (title: string) => void Taro.showToast({ title, icon: 'none' });

/** What somebody is writing down of one call: whether anybody answered, what they said, and how the last try to save it went. */
export function useCall(line: VisitLine, what: CallVisit, onTried: () => void) {
  const id = line.ticketId;
  const draft = `${what}.${id}.${line.round}`;
  const [isReached, setReached] = useState(true);
  const [answers, setAnswers, forgetAnswers] = useDraftChoice<Answers>(`answers.${draft}`, {});
  const [words, write, forget] = useDraft(`visit.${draft}`);
  const [channel, setChannel, forgetChannel] = useDraftChoice<Channel>(`visit-channel.${draft}`, 'phone');
  const [saysFixed, setFixed, forgetFixed] = useDraftChoice(`visit-fixed.${draft}`, false);
  const { send, busy, refused, forgive } = useSend();
  const reopens = isReached && reopensBy(line.isRepaired, answers);
  const action = ACTIONS[what];
  // R9: whoever is not dissatisfied may confirm in the call itself.
  const mayConfirm = action === 'returnVisit' && line.isUnconfirmed && answers.result !== 'dissatisfied';
  const fixed = mayConfirm && saysFixed;

  const save = async () => {
    const schema = SENT[action].params.extend(SENT[action].body.shape);
    if (!(await send({ id, ...answers, words, outcome: '', channel, ...(fixed ? { fixed } : {}) }, api[action], schema))) return;
    for (const drop of [forget, forgetAnswers, forgetChannel, forgetFixed]) drop();
    toast(reopens ? '记下了，重新办' : fixed ? '记下了，这件事办完' : '记下了');
    goBack();
  };
  const saveTry = async () => {
    if (!(await send({ id, what }, api.tryVisit))) return;
    toast('记下了：没打通');
    setReached(true);
    onTried();
  };
  const end = async () => {
    if (await send({ id, what }, api.endVisit)) goBack();
  };
  const rewrite = (next: string) => {
    if (refused) forgive();
    write(next);
  };
  const reach = (isSo: boolean) => {
    forgive();
    setReached(isSo);
  };
  const answer = (name: Question, chosen: Opinion) => {
    forgive();
    setAnswers({ ...answers, [name]: chosen });
  };
  const setConfirmed = () => {
    forgive();
    setFixed(!fixed);
  };
  return {
    isReached,
    reach,
    answers,
    answer,
    mayConfirm,
    fixed,
    setConfirmed,
    words,
    write: rewrite,
    channel,
    setChannel,
    reopens,
    busy,
    refused,
    save,
    saveTry,
    end,
  };
}

export type Call = ReturnType<typeof useCall>;
