import { Text, View } from '@tarojs/components';
import { useEffect } from 'react';
import type { TicketDetail } from '../../../../shared/contract/ticket-views.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { Waiting } from '../../kernel/parts/Waiting.tsx';
import type { Draft } from './draft.ts';

/** The repair a report says came back; its kind and place are taken over (R6). */
export function useCameBack(draft: Draft, write: (part: Partial<Draft>) => void): TicketDetail | null {
  const id = draft.reworkOf;
  const { value } = useAsked(id ? () => api.ticket({ id }) : null, id, id ? `ticket.${id}` : null);
  useEffect(() => {
    if (value)
      write({ category: value.category, place: value.place, where: value.place === 'public' ? value.where : '', homeId: value.homeId ?? '' });
  }, [value?.id]);
  return value;
}

/** What came back, and that mending it again costs nothing. */
export function CameBack({ ticket }: { ticket: TicketDetail | null }) {
  if (!ticket) return <Waiting />;
  return (
    <View className="card mt12" id="came-back">
      <View className="lead">又坏了：{ticket.title}</View>
      <View className="cap mt4">
        <Text className="nw">{ticket.number}</Text> · <Text>{ticket.where}</Text>
      </View>
      <View className="sub mt8">还在保修期里，返修不收费。</View>
    </View>
  );
}
