import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { DutyDetail } from '../../../../shared/contract/duties.ts';
import { KIND_LABELS, type Status, type TicketKind } from '../../../../shared/tickets/ticket.ts';
import { WORDINGS } from '../../../../shared/tickets/wordings.ts';
import { toTicket } from '../../kernel/go.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';

const PAGES = [
  { id: 'take-remark', page: 'remark', label: '记一句话' },
  { id: 'take-repair', page: 'intake', label: '记报修' },
  { id: 'take-complaint', page: 'complaint', label: '记投诉' },
] as const;

/** What was found in a round, each where it stands now; while the round is open, the ways to take down another. */
export function Found({ duty }: { duty: DutyDetail }) {
  if (duty.duty !== 'round' || (!duty.openedAt && duty.tickets.length === 0)) return null;
  const { takenAs } = duty;
  return (
    <>
      <View className="sec">记下来的 {duty.tickets.length} 件</View>
      <View className="cells" id="found">
        {duty.tickets.map((one) => (
          <Press key={one.id} id={`found-${one.id}`} className="cell" role="link" onPress={() => toTicket(one.id, true)}>
            <View className="grow">
              <View>{KIND_LABELS[one.kind as TicketKind]}</View>
              <Text className="cap nw">{one.number}</Text>
            </View>
            <Text className="sub">{WORDINGS[one.kind as TicketKind].stands[one.status as Status].colleague}</Text>
            <Icon name="right" />
          </Press>
        ))}
        {duty.tickets.length === 0 && <View className="cell sub">还没有</View>}
      </View>
      {duty.actions.includes('recordRound') && (
        <View className="btns mt12">
          {PAGES.map(({ id, page, label }) => (
            <Button
              key={id}
              id={id}
              look="line"
              size="wide"
              onPress={() => void Taro.navigateTo({ url: `/staff/${page}/index${takenAs ? `?channel=${takenAs}` : ''}` })}
            >
              {label}
            </Button>
          ))}
        </View>
      )}
    </>
  );
}
