import { Text, View } from '@tarojs/components';
import type { TicketCard, TicketDetail } from '../../../../shared/contract/tickets.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { AGREEABLE } from '../../../../shared/tickets/decide.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { call, toFinish, toTicket } from '../../kernel/go.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { badgeFrom, PromiseBadge } from '../../kernel/parts/PromiseBadge.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Shots } from '../../kernel/parts/Shots.tsx';
import { UrgencyTag } from '../../kernel/parts/Tag.tsx';
import { useSend } from '../../kernel/send.ts';
import './first-job.scss';

interface Props {
  ticket: TicketCard;
  now: Date;
  hotline: string | null;
  onDone: () => Promise<void>;
}

function dueWords(detail: TicketDetail | null, now: Date): string {
  const open = (detail?.promises ?? []).filter(
    (one) => !one.keptAt && !one.withdrawnAt && one.round === detail?.round && (AGREEABLE as readonly string[]).includes(one.what),
  );
  return open.map((one) => `${sayMoment(new Date(one.dueBy), now)} 前${one.label}`).join('　');
}

/** The job to do now: where in large letters, and the one button that is next. */
export function FirstJob({ ticket, now, hotline, onDone }: Props) {
  const asked = useAsked(() => api.ticket({ id: ticket.id }), ticket.id, `ticket.${ticket.id}`);
  const { send, busy, refused } = useSend();
  const detail = asked.value;
  const can = (action: string) => detail?.actions.some((one) => one.action === action) ?? false;

  const act = async (action: 'accept' | 'arrive') => {
    await send({ id: ticket.id }, api[action]);
    await Promise.all([asked.again(), onDone()]);
  };
  const accept = can('accept');
  return (
    <View className="card job">
      <View className="row tight">
        <UrgencyTag urgency={ticket.urgency} />
        <View className="grow" />
        {ticket.next && <PromiseBadge badge={badgeFrom(ticket.next, now)} />}
      </View>
      <View id={`ticket-${ticket.id}`} onClick={() => toTicket(ticket.id, true)}>
        <View className="job-where">{ticket.where}</View>
        <Text className="job-what">{ticket.title}</Text>
        <View className="sub mt4">{dueWords(detail, now)}</View>
        <View className="row tight top mt12">
          {detail && <Shots photos={detail.photos.filter((one) => one.purpose === 'report').slice(0, 2)} />}
          <View className="sub grow said">{detail?.confirmedContent ? `要做：${detail.confirmedContent}` : ticket.words}</View>
        </View>
      </View>
      <Refusal refused={refused} kept="" />
      {accept && (
        <Button id="do-accept" look="main" size="big" busy={busy} className="mt12" onPress={() => act('accept')}>
          接下
        </Button>
      )}
      {can('arrive') && (
        <Button id="do-arrive" look={accept ? 'line' : 'main'} size="big" busy={busy} className="mt12" onPress={() => act('arrive')}>
          我到了
        </Button>
      )}
      {can('finish') && (
        <Button id="do-finish" look="main" size="big" className="mt12" onPress={() => toFinish(ticket.id)}>
          修好了
        </Button>
      )}
      <View className="btns mt8">
        <Button id="call-hotline" icon="phone" onPress={() => call(hotline)}>
          打电话
        </Button>
        <Button onPress={() => toTicket(ticket.id, true)}>看这一件</Button>
      </View>
    </View>
  );
}
