import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { Api } from '../../../../shared/contract/index.ts';
import type { TicketDetail } from '../../../../shared/contract/ticket-views.ts';
import type { Done } from '../../../../shared/contract/tickets.ts';
import type { Action } from '../../../../shared/tickets/actions.ts';
import { api } from '../../kernel/api.ts';
import type { Asked } from '../../kernel/ask.ts';
import { serverNow } from '../../kernel/clock.ts';
import { layDownShots, useDraft, useDraftChoice } from '../../kernel/draft.ts';
import { jobTitle, KEPT_HERE } from '../../kernel/job.ts';
import { useQueuedSend } from '../../kernel/queued-send.ts';
import { codeOf } from '../../kernel/say.ts';
import { useSend } from '../../kernel/send.ts';
import { isOnJobs } from '../../kernel/session.ts';
import type { Upload } from '../../kernel/shots.ts';
import { COMMANDS } from './commands.ts';

/** Actions sent from here; finishing has a page of its own, confirming is the resident's. */
export type Command = Exclude<Action & keyof Api, 'finish' | 'confirm' | 'reopen' | 'arrange' | 'rearrange' | 'offerPrice' | 'complete' | 'object'>;

/** What a technician can say and do where there is no signal. */
type Kept = 'accept' | 'arrive' | 'say' | 'note';
const KEPT: readonly Command[] = ['accept', 'arrive', 'say', 'note'];
const isKept = (action: Command): action is Kept => KEPT.includes(action) && isOnJobs();

const BEATEN = ['ticket/action-refused', 'promise/nothing-to-agree'];

/** What somebody is doing with one ticket: words being written, what was chosen, and how the last try went. */
export function useWork(id: string, asked: Asked<TicketDetail>) {
  const sending = useSend();
  const queued = useQueuedSend();
  const [draft, writeDraft, forgetDraft] = useDraft(`content.${id}`);
  const [isOwn, setOwn] = useState(draft !== '');
  const [technician, chooseTechnician, forgetTechnician] = useDraftChoice<{ id: string; name: string } | null>(`technician.${id}`, null);
  const [until, setUntil] = useState<Date | null>(null);
  const [byWish, setByWish] = useState(true);
  const [isLooking, setLooking] = useState(false);
  const [dispatchedTo, setDispatchedTo] = useState<string | null>(null);

  /** On a technician's phone: kept first, and sent when there is a signal. */
  async function keep(action: Kept, fields: Record<string, unknown>, unsent: readonly Upload[]) {
    const claim = action === 'accept' || action === 'arrive' ? { claimedAt: serverNow().toISOString() } : {};
    const title = asked.value ? jobTitle(asked.value) : '';
    const words = String(fields.words ?? '');
    const shots = await layDownShots(unsent);
    const body = { id, ...fields, ...claim };
    const held = await queued.send({ act: action, subject: id, title, words, body, shots, shotsFirst: shots.length > 0 });
    if (held && !held.arrived) void Taro.showToast({ title: KEPT_HERE, icon: 'none', duration: 2_500 });
    return held;
  }

  /**
   * Sends one command; true where it was done. What was typed stays where it was refused.
   * @param unsent photos of it that found no signal: where the phone keeps what is said, they go with it
   */
  async function act(action: Command, fields: Record<string, unknown> = {}, unsent: readonly Upload[] = []): Promise<boolean> {
    const route = COMMANDS[action];
    const call = api[action] as (input: Record<string, unknown>, options: { key: string }) => Promise<Done>;
    const done = isKept(action)
      ? await keep(action, fields, unsent)
      : await sending.send({ id, ...fields }, call, route.params.extend(route.body.shape));
    if (!done) return false;
    if (action === 'dispatch' || action === 'handOver') {
      forgetDraft();
      setOwn(false);
      forgetTechnician();
    }
    if (action === 'dispatch') setDispatchedTo(technician?.name ?? '');
    setUntil(null);
    // Busy until the ticket is drawn as it stands now, so that no button is there twice; what goes through the queue is ahead of it already.
    setLooking(!isKept(action));
    await asked.again();
    setLooking(false);
    return true;
  }

  // What the server suggests stands there until somebody writes over it.
  const content = isOwn ? draft : (asked.value?.suggestedContent ?? '');
  const writeContent = (words: string) => {
    setOwn(true);
    writeDraft(words);
  };
  const refused = sending.refused ?? queued.refused;
  const beaten = BEATEN.includes(codeOf(refused)) && refused !== null;
  const forgive = () => {
    sending.forgive();
    queued.forgive();
  };
  return {
    id,
    act,
    busy: sending.busy || queued.busy || isLooking,
    refused: beaten ? null : refused,
    beaten: beaten ? refused : null,
    forgive,
    again: asked.again,
    content,
    writeContent,
    technicianId: technician?.id ?? null,
    chooseTechnician: ({ id: chosen, name }: { id: string; name: string }) => chooseTechnician({ id: chosen, name }),
    technicianName: technician?.name ?? '',
    until,
    setUntil,
    /** Until when somebody is to be there because the resident named the time (I9); none where they named none, or it has passed. */
    visitBy: byWish && asked.value?.wish && !asked.value.wish.past ? asked.value.wish.until : null,
    setByWish,
    dispatchedTo,
    stay: () => setDispatchedTo(null),
  };
}

export type Work = ReturnType<typeof useWork>;
