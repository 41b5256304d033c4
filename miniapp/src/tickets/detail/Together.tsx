import { Text, View } from '@tarojs/components';
import type { TicketDetail } from '../../../../shared/contract/ticket-views.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { toConfirm, toTicket } from '../../kernel/go.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { badgeFrom, PromiseBadge } from '../../kernel/parts/PromiseBadge.tsx';
import { StepBar } from '../../kernel/parts/StepBar.tsx';
import { Dispute } from './Dispute.tsx';

type Survivor = NonNullable<TicketDetail['survivor']>;

/** How far it is where it is being dealt with, and what is one's own to say of it. */
function Progress({ survivor, now }: { survivor: Survivor; now: Date }) {
  const { id } = survivor;
  const can = (action: string) => survivor.actions.some((one) => one.action === action);
  return (
    <>
      <View className="mt16">
        <StepBar steps={survivor.steps} />
      </View>
      {survivor.next && (
        <View className="row wrap tight mt12">
          <Text className="by-when">
            <Text className="b">{survivor.next.label}</Text> <Dated text={`${sayMoment(new Date(survivor.next.dueBy), now)} 前`} />
          </Text>
          <PromiseBadge badge={badgeFrom(survivor.next, now, null)} />
        </View>
      )}
      {id !== null && (can('confirm') || can('reopen')) && (
        <View className="mt16">
          <Button id="go-survivor-confirm" look={can('confirm') ? 'main' : 'line'} onPress={() => toConfirm(id)}>
            {can('confirm') ? '去确认' : '没修好'}
          </Button>
        </View>
      )}
      {id !== null && (
        <Press id="to-survivor" className="row tap mt8" role="link" onPress={() => toTicket(id, false)}>
          <View className="grow lake b">看那一件的经过</View>
          <Icon name="right" />
        </Press>
      )}
    </>
  );
}

/** One's own report is dealt with together with another's; everything of one's own stays here (Z3). */
export function Together({ ticket, now, onDone }: { ticket: TicketDetail; now: Date; onDone: () => Promise<void> }) {
  const { own, survivor } = ticket;
  return (
    <>
      {ticket.mergedInto && (
        <View className="card" id="together">
          <View className="row tight">
            <Icon name="users" className="lake" />
            <View className="grow b">
              并到了 <Text className="nw">{ticket.mergedInto}</Text> 一起处理
            </View>
          </View>
          <View className="sub mt4">别的住户也报了同一件。每一步一样告诉您；您的编号、说的话和照片都还在这里。</View>
          {survivor && <Progress survivor={survivor} now={now} />}
          <Dispute ticket={ticket} now={now} onDone={onDone} />
        </View>
      )}
      {own && (
        <Press id="to-own" className="card row" role="link" onPress={() => toTicket(own.id, false)}>
          <View className="grow">
            <View className="b">您报的并在这里一起处理</View>
            <Text className="sub nw">{own.number}</Text>
          </View>
          <Icon name="right" />
        </Press>
      )}
    </>
  );
}
