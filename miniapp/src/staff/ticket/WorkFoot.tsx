import { View } from '@tarojs/components';
import { useState } from 'react';
import type { TicketDetail } from '../../../../shared/contract/tickets.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { toFinish } from '../../kernel/go.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { FORMS, MoreSheet } from './MoreSheet.tsx';
import type { Work } from './work.ts';

function Next({ ticket, work, now }: { ticket: TicketDetail; work: Work; now: Date }) {
  const can = (action: string) => ticket.actions.some((one) => one.action === action);
  const { busy, act, content, technicianId, technicianName, until } = work;
  if (can('dispatch'))
    return (
      <Button id="do-dispatch" look="main" size="wide" busy={busy} onPress={() => act('dispatch', { technicianId: technicianId ?? '', content })}>
        {technicianName ? `派给${technicianName}` : '派师傅'}
      </Button>
    );
  if (can('takeOn'))
    return (
      <Button id="do-takeOn" look="main" size="wide" busy={busy} onPress={() => act('takeOn', { completeBy: until?.toISOString() ?? '' })}>
        {until ? `接下，${sayMoment(until, now)} 前修好` : '接下并答应时间'}
      </Button>
    );
  if (can('handOver'))
    return (
      <Button
        id="do-handOver"
        look="main"
        size="wide"
        busy={busy}
        onPress={() => act('handOver', { content, ...(until ? { answerBy: until.toISOString() } : {}) })}
      >
        转给工程主管
      </Button>
    );
  if (can('finish'))
    return (
      <Button id="do-finish" look="main" size="wide" onPress={() => toFinish(ticket.id)}>
        修好了
      </Button>
    );
  return (
    <>
      {can('arrive') && (
        <Button id="do-arrive" look={can('accept') ? 'line' : 'main'} size="wide" busy={busy} onPress={() => act('arrive')}>
          我到了
        </Button>
      )}
      {can('accept') && (
        <Button id="do-accept" look="main" size="wide" busy={busy} onPress={() => act('accept')}>
          接下
        </Button>
      )}
    </>
  );
}

/** The one next step, and what else one may do behind 更多. */
export function WorkFoot({ ticket, work, now }: { ticket: TicketDetail; work: Work; now: Date }) {
  const [open, setOpen] = useState(false);
  const isMissed = ticket.promises.some((one) => one.missed);
  const actions = ticket.actions.filter((one) => isMissed || one.action !== 'explainMiss');
  const others = actions.filter((one) => one.action in FORMS);
  if (actions.every((one) => one.action === 'say' || one.action === 'note' || one.action === 'reveal'))
    return <View className="cap middle">现在没有要您办的，可以在“沟通”里留言</View>;
  return (
    <>
      <View className="btns">
        {others.length > 0 && (
          <Button id="more" onPress={() => setOpen(true)}>
            更多
          </Button>
        )}
        <Next ticket={ticket} work={work} now={now} />
      </View>
      {open && <MoreSheet ticket={ticket} others={others} work={work} now={now} onClose={() => setOpen(false)} />}
    </>
  );
}
