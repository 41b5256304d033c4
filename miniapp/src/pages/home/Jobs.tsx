import { Text, View } from '@tarojs/components';
import { useEffect } from 'react';
import { DemoForward } from '#demo';
import type { TicketCard, TicketDetail } from '../../../../shared/contract/ticket-views.ts';
import { sayClock } from '../../../../shared/kernel/time.ts';
import { keepAnswer, keptAnswer } from '../../kernel/answers.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useNow } from '../../kernel/clock.ts';
import { toIntake, toTab, toTicket } from '../../kernel/go.ts';
import { useDoneHere } from '../../kernel/job.ts';
import { usePages } from '../../kernel/pages.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { More } from '../../kernel/parts/More.tsx';
import { OwedRow } from '../../kernel/parts/OwedRow.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { StaffHead } from '../../kernel/parts/StaffHead.tsx';
import { StandStill } from '../../kernel/parts/StandStill.tsx';
import { hatOf, type Viewer } from '../../kernel/session.ts';
import { FirstJob } from './FirstJob.tsx';

/** So many jobs ahead can be read and done without a signal. */
const KEPT_AHEAD = 6;

/** Keeps the pages of the next jobs on the phone, before the way down to the basement. */
function useKeptAhead(items: readonly TicketCard[] | undefined): void {
  useEffect(() => {
    for (const { id, status } of (items ?? []).slice(0, KEPT_AHEAD)) {
      const name = `ticket.${id}`;
      if (keptAnswer<TicketDetail>(name)?.value.status === status) continue;
      api.ticket({ id }).then(
        (found) => keepAnswer(name, found),
        () => undefined,
      );
    }
  }, [items]);
}

function DoneRow({ ticket, note }: { ticket: TicketCard; note: string }) {
  return (
    <Press id={`done-${ticket.id}`} className="cell" onPress={() => toTicket(ticket.id, true)}>
      <Icon name="check" />
      <View className="grow">
        <View>{ticket.title}</View>
        <Text className="cap">
          {ticket.where} · {note}
        </Text>
      </View>
      <Icon name="right" />
    </Press>
  );
}

/** A technician's day: the first job large, the rest below it, and what is done today. */
export function Jobs({ viewer }: { viewer: Viewer }) {
  const now = useNow();
  const paged = usePages((after) => api.workbench({ ...hatOf(viewer), ...(after ? { after } : {}) }), viewer.session.person.id, 'jobs');
  const done = useAsked(() => api.doneToday({}), viewer.session.person.id, 'done-today');
  const doneHere = useDoneHere();
  const all = paged.value?.items;
  useKeptAhead(paged.keptAt ? undefined : all);
  const count = paged.value?.counts.open;
  const toDo = (all ?? []).filter((one) => !doneHere.includes(one.id));
  const waiting = (all ?? []).filter((one) => doneHere.includes(one.id));
  const [first, ...rest] = toDo;
  const told = (done.value?.items ?? []).filter((one) => !doneHere.includes(one.id));
  const again = async () => {
    await Promise.all([paged.again(), done.again()]);
  };
  return (
    <>
      <StandStill />
      <StaffHead viewer={viewer} note={count === undefined ? '今天' : `手上 ${count - waiting.length} 件`}>
        <Press id="go-done" className="chip" onPress={() => toTab('progress')}>
          做完的
        </Press>
      </StaffHead>
      <Press id="go-intake" className="find" onPress={toIntake}>
        <Icon name="plus" />
        <Text className="grow">顺手记一件，交给客服</Text>
      </Press>
      <Shown asked={paged}>
        {() => (
          <>
            {first ? (
              <FirstJob key={first.id} ticket={first} now={now} hotline={viewer.session.hotline} onDone={again} />
            ) : waiting.length + told.length > 0 ? (
              <View className="strip quiet">手上的都做完了，新派的会排在这里</View>
            ) : (
              <Blank title="现在没有活" note="派给您的会排在这里，也会发消息。" />
            )}
            {rest.length > 0 && <View className="sec">接着做</View>}
            <View className="cells">
              {rest.map((ticket) => (
                <OwedRow key={ticket.id} ticket={ticket} now={now} />
              ))}
            </View>
            <More paged={paged} />
          </>
        )}
      </Shown>
      {waiting.length + told.length > 0 && <View className="sec">今天做好 {waiting.length + told.length} 件</View>}
      <View className="cells">
        {waiting.map((ticket) => (
          <DoneRow key={ticket.id} ticket={ticket} note="等信号发出" />
        ))}
        {told.map((ticket) => (
          <DoneRow key={ticket.id} ticket={ticket} note={ticket.finishedAt ? `${sayClock(new Date(ticket.finishedAt))} 修好` : ''} />
        ))}
      </View>
      <DemoForward onForward={again} />
    </>
  );
}
