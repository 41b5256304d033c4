import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { TicketDetail } from '../../../../shared/contract/ticket-views.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { toArrange, toComplete, toFinish } from '../../kernel/go.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { FORMS, MoreSheet, PAGES, visitOf } from './MoreSheet.tsx';
import type { Work } from './work.ts';

type Act = TicketDetail['actions'][number];

/** What waits for one colleague above all else: the way into its form. */
const FIRST = [
  'price',
  'settle',
  'confirmPublic',
  'formalReply',
  'answerUnnamed',
  'recordNoContact',
  'conclude',
  'answerAbove',
  'carryOut',
  'stepDone',
  'reply',
  'thank',
  'adopt',
] as const;

/** To whoever said that their report is another matter (Z3). */
const ANSWERS = ['keepMerged', 'unmerge'];

function Next({ ticket, work, now, onChoose }: { ticket: TicketDetail; work: Work; now: Date; onChoose: (one: Act) => void }) {
  const can = (action: string) => ticket.actions.some((one) => one.action === action);
  const { busy, act, content, technicianId, technicianName, until } = work;
  const first = ticket.actions.find((one) => FIRST.some((name) => name === one.action));
  if (first)
    return (
      <Button id={`go-${first.action}`} look="main" size="wide" onPress={() => onChoose(first)}>
        {first.label}
      </Button>
    );
  if (can('keepMerged'))
    return (
      <>
        {ANSWERS.flatMap((name) => ticket.actions.filter((one) => one.action === name)).map((one) => (
          <Button
            key={one.action}
            id={`go-${one.action}`}
            look={one.action === 'unmerge' ? 'main' : 'line'}
            size="wide"
            onPress={() => onChoose(one)}
          >
            {one.action === 'unmerge' ? '拆开' : one.label}
          </Button>
        ))}
      </>
    );
  if (can('dispatch'))
    return (
      <Button
        id="do-dispatch"
        look="main"
        size="wide"
        busy={busy}
        onPress={() => act('dispatch', { technicianId: technicianId ?? '', content, ...(work.visitBy ? { visitBy: work.visitBy } : {}) })}
      >
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
  if (can('arrange'))
    return (
      <Button id="go-arrange" look="main" size="wide" onPress={() => toArrange(ticket.id)}>
        安排人、定时间
      </Button>
    );
  if (can('complete'))
    return (
      <Button id="go-complete" look="main" size="wide" onPress={() => toComplete(ticket.id)}>
        {ticket.actions.find((one) => one.action === 'complete')?.label}
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
          {ticket.actions.find((one) => one.action === 'arrive')?.label}
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
  const { open: asked } = useRouter().params;
  const [open, setOpen] = useState<{ first: Act | null } | null>(
    asked === undefined ? null : { first: ticket.actions.find((one) => one.action === asked) ?? null },
  );
  const isMissed = ticket.promises.some((one) => one.missed);
  const actions = ticket.actions.filter((one) => isMissed || one.action !== 'explainMiss');
  const others = actions.filter((one) => one.action in FORMS || one.action in PAGES || visitOf(ticket, one.action) !== null);
  if (actions.every((one) => one.action === 'say' || one.action === 'note' || one.action === 'reveal'))
    return <View className="cap middle">现在没有要您办的，可以在“沟通”里留言</View>;
  return (
    <>
      <View className="btns">
        {others.length > 0 && (
          <Button id="more" onPress={() => setOpen({ first: null })}>
            更多
          </Button>
        )}
        <Next ticket={ticket} work={work} now={now} onChoose={(first) => setOpen({ first })} />
      </View>
      {open && <MoreSheet ticket={ticket} others={others} first={open.first} work={work} now={now} onClose={() => setOpen(null)} />}
    </>
  );
}
