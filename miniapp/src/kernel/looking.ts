import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import type { Output } from '../../../shared/contract/client.ts';
import type { TicketDetail } from '../../../shared/contract/ticket-views.ts';
import type { ticketRoutes } from '../../../shared/contract/tickets.ts';
import { PRESENCE } from '../../../shared/tickets/presence.ts';
import { api } from './api.ts';
import type { Asked } from './ask.ts';

type Others = Output<(typeof ticketRoutes)['look']>['others'];

/**
 * Says every half minute, while the page is shown, that this ticket is open and how far its words were read; asks again for one that moved.
 * @param isReading whether the words are on the screen
 * @returns which colleagues have it open too; residents are told of nobody
 */
export function useLooking(asked: Asked<TicketDetail>, isReading: boolean): Others {
  const [others, setOthers] = useState<Others>([]);
  const [isShown, setShown] = useState(true);
  const current = useRef(asked);
  current.current = asked;
  useDidShow(() => setShown(true));
  useDidHide(() => setShown(false));
  const { value } = asked;
  const id = value?.id;
  const last = value?.thread[value.thread.length - 1]?.id ?? null;
  useEffect(() => {
    if (!id || !isShown) return;
    const beat = async () => {
      const answer = await api.look({ id, readTo: isReading ? last : null }).catch(() => null);
      if (!answer) return;
      setOthers(answer.others);
      if (answer.version !== current.current.value?.version) await current.current.again();
    };
    void beat();
    const timer = setInterval(beat, PRESENCE.beatSeconds * 1000);
    return () => clearInterval(timer);
  }, [id, last, isReading, isShown]);
  return others;
}
