import { Text, View } from '@tarojs/components';
import type { TicketCard, TicketDetail } from '../../../../shared/contract/ticket-views.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { AGREEABLE } from '../../../../shared/tickets/agreements.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { call, toComplete, toFinish, toTicket } from '../../kernel/go.ts';
import { useActionsAhead, useJob } from '../../kernel/job.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { badgeFrom, PromiseBadge, waitsOn } from '../../kernel/parts/PromiseBadge.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Shots } from '../../kernel/parts/Shots.tsx';
import { KindTag } from '../../kernel/parts/Tag.tsx';
import { useArrival } from '../../kernel/queue.ts';
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
  const job = useJob(ticket);
  const detail = asked.value;
  const actions = useActionsAhead(detail);
  const can = (action: string) => actions.some((one) => one.action === action);
  useArrival(ticket.id, () => Promise.all([asked.again(), onDone()]));

  const act = async (action: 'accept' | 'arrive') => {
    await job.act(action);
    await Promise.all([asked.again(), onDone()]);
  };
  const accept = can('accept');
  return (
    <View className="card job">
      <View className="row tight">
        <KindTag ticket={ticket} />
        <View className="grow" />
        {ticket.next && <PromiseBadge badge={badgeFrom(ticket.next, now, waitsOn(ticket, true))} />}
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
      <Refusal refused={job.refused} kept="" />
      {!detail && asked.failed !== null && (
        <Press id="job-again" className="strip quiet mt12" onPress={asked.again}>
          <View className="grow">这一件还没取到，点这里再试一次</View>
        </Press>
      )}
      {accept && (
        <Button id="do-accept" look="main" size="big" busy={job.busy} className="mt12" onPress={() => act('accept')}>
          接下
        </Button>
      )}
      {can('arrive') && (
        <Button id="do-arrive" look={accept ? 'line' : 'main'} size="big" busy={job.busy} className="mt12" onPress={() => act('arrive')}>
          我到了
        </Button>
      )}
      {can('finish') && (
        <Button id="do-finish" look="main" size="big" className="mt12" onPress={() => toFinish(ticket.id)}>
          修好了
        </Button>
      )}
      {can('complete') && (
        <Button id="go-complete" look="main" size="big" className="mt12" onPress={() => toComplete(ticket.id)}>
          做好了
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
