import { useState } from 'react';
import { type Done, type TicketDetail, ticketRoutes } from '../../../../shared/contract/tickets.ts';
import type { Action } from '../../../../shared/tickets/lifecycle.ts';
import { api } from '../../kernel/api.ts';
import type { Asked } from '../../kernel/ask.ts';
import { useDraft, useDraftChoice } from '../../kernel/draft.ts';
import { codeOf } from '../../kernel/say.ts';
import { useSend } from '../../kernel/send.ts';

/** Actions sent from here; finishing has a page of its own, confirming is the resident's. */
export type Command = Exclude<Action & keyof typeof ticketRoutes, 'finish' | 'confirm' | 'reopen'>;

const BEATEN = ['ticket/action-refused', 'promise/nothing-to-agree'];

/** What somebody is doing with one ticket: words being written, what was chosen, and how the last try went. */
export function useWork(id: string, asked: Asked<TicketDetail>) {
  const sending = useSend();
  const [draft, writeDraft, forgetDraft] = useDraft(`content.${id}`);
  const [isOwn, setOwn] = useState(draft !== '');
  const [technician, chooseTechnician, forgetTechnician] = useDraftChoice<{ id: string; name: string } | null>(`technician.${id}`, null);
  const [until, setUntil] = useState<Date | null>(null);
  const [dispatchedTo, setDispatchedTo] = useState<string | null>(null);

  /** Sends one command; true where it was done. What was typed stays where it was refused. */
  async function act(action: Command, fields: Record<string, unknown> = {}): Promise<boolean> {
    const route = ticketRoutes[action];
    const call = api[action] as (input: Record<string, unknown>, options: { key: string }) => Promise<Done>;
    const done = await sending.send({ id, ...fields }, call, route.params.extend(route.body.shape));
    if (!done) return false;
    if (action === 'dispatch' || action === 'handOver') {
      forgetDraft();
      setOwn(false);
      forgetTechnician();
    }
    if (action === 'dispatch') setDispatchedTo(technician?.name ?? '');
    setUntil(null);
    await asked.again();
    return true;
  }

  // What the server suggests stands there until somebody writes over it.
  const content = isOwn ? draft : (asked.value?.suggestedContent ?? '');
  const writeContent = (words: string) => {
    setOwn(true);
    writeDraft(words);
  };
  const beaten = BEATEN.includes(codeOf(sending.refused)) && sending.refused !== null;
  return {
    id,
    act,
    busy: sending.busy,
    refused: beaten ? null : sending.refused,
    beaten: beaten ? sending.refused : null,
    forgive: sending.forgive,
    again: asked.again,
    content,
    writeContent,
    technicianId: technician?.id ?? null,
    chooseTechnician: ({ id: chosen, name }: { id: string; name: string }) => chooseTechnician({ id: chosen, name }),
    technicianName: technician?.name ?? '',
    until,
    setUntil,
    dispatchedTo,
    stay: () => setDispatchedTo(null),
  };
}

export type Work = ReturnType<typeof useWork>;
