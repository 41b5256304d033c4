import { View } from '@tarojs/components';
import { DemoForward } from '#demo';
import { api } from '../../kernel/api.ts';
import { useNow } from '../../kernel/clock.ts';
import { toTab } from '../../kernel/go.ts';
import { usePages } from '../../kernel/pages.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { More } from '../../kernel/parts/More.tsx';
import { OwedRow } from '../../kernel/parts/OwedRow.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { StaffHead } from '../../kernel/parts/StaffHead.tsx';
import { StandStill } from '../../kernel/parts/StandStill.tsx';
import type { Viewer } from '../../kernel/session.ts';
import { FirstJob } from './FirstJob.tsx';

/** A technician's day: the first job large, the rest below it. */
export function Jobs({ viewer }: { viewer: Viewer }) {
  const now = useNow();
  const paged = usePages((after) => api.workbench(after ? { after } : {}), viewer.session.person.id, 'jobs');
  const count = paged.value?.counts.open;
  return (
    <>
      <StandStill />
      <StaffHead viewer={viewer} note={count === undefined ? '今天' : `手上 ${count} 件`}>
        <Press id="go-done" className="chip" onPress={() => toTab('progress')}>
          做完的
        </Press>
      </StaffHead>
      <Shown asked={paged}>
        {({ items }) => {
          const [first, ...rest] = [...items.filter((one) => one.status !== 'finished'), ...items.filter((one) => one.status === 'finished')];
          if (!first) return <Blank title="现在没有活" note="派给您的会排在这里，也会发消息。" />;
          return (
            <>
              {first.status === 'finished' ? (
                <View className="cells">
                  <OwedRow ticket={first} now={now} />
                </View>
              ) : (
                <FirstJob key={first.id} ticket={first} now={now} hotline={viewer.session.hotline} onDone={paged.again} />
              )}
              {rest.length > 0 && <View className="sec">接着做</View>}
              <View className="cells">
                {rest.map((ticket) => (
                  <OwedRow key={ticket.id} ticket={ticket} now={now} />
                ))}
              </View>
              <More paged={paged} />
            </>
          );
        }}
      </Shown>
      <DemoForward onForward={paged.again} />
    </>
  );
}
