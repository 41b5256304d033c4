import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { api } from '../../kernel/api.ts';
import { useNow } from '../../kernel/clock.ts';
import { toReport } from '../../kernel/go.ts';
import { keep, kept } from '../../kernel/keep.ts';
import { usePages } from '../../kernel/pages.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chips } from '../../kernel/parts/Choice.tsx';
import { Failed } from '../../kernel/parts/Failed.tsx';
import { More } from '../../kernel/parts/More.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { TicketRow } from '../../kernel/parts/TicketRow.tsx';
import { useArrival } from '../../kernel/queue.ts';
import { useViewer } from '../../kernel/session.ts';
import { useNavigationBarTitle } from '../../kernel/title.ts';

type Show = 'open' | 'your_turn' | 'done';

const SHOWS: readonly { show: Show; label: string; empty: string; residentsOnly?: true }[] = [
  { show: 'open', label: '正在办', empty: '没有正在办的事' },
  { show: 'your_turn', label: '等您办', empty: '没有等您办的事', residentsOnly: true },
  { show: 'done', label: '办完的', empty: '还没有办完的事' },
];

/** 进度: every ticket somebody may see, newest first. */
export default function ProgressPage() {
  const now = useNow();
  const { viewer, failed, again } = useViewer();
  const [show, setShow] = useState<Show>(() => SHOWS.find((one) => one.show === kept('show'))?.show ?? 'open');
  const choose = (next: Show) => {
    setShow(next);
    keep('show', next);
  };
  const asStaff = viewer?.as === 'staff';
  // What only residents are asked is no choice for a colleague.
  useEffect(() => {
    if (asStaff && show === 'your_turn') setShow('open');
  }, [asStaff, show]);
  const ask = (after?: string) => api.tickets({ show, ...(viewer ? { as: viewer.as } : {}), ...(after ? { after } : {}) });
  const paged = usePages(viewer && ask, `${viewer?.session.person.id} ${viewer?.as} ${show}`, asStaff ? null : `progress.${show}`);
  useArrival('', paged.again);
  useNavigationBarTitle(asStaff ? '进度' : '我的进度');
  const shows = SHOWS.filter((one) => !(asStaff && one.residentsOnly));
  return (
    <Screen listsHeld>
      <Chips id="show" items={shows.map((one) => ({ name: one.show, label: one.label }))} chosen={show} onChoose={choose} />
      <View className="mt12">
        {!viewer && failed ? (
          <Failed failed={failed} onAgain={again} />
        ) : (
          <Shown asked={paged}>
            {({ items }) => (
              <>
                {items.length === 0 && (
                  <Blank
                    title={shows.find((one) => one.show === show)?.empty ?? ''}
                    note={asStaff ? '' : '家里哪儿坏了，都可以找我们。说一句，就有回音。'}
                  >
                    {!asStaff && (
                      <View className="mt20">
                        <Button id="go-report" look="main" icon="wrench" onPress={toReport}>
                          报修
                        </Button>
                      </View>
                    )}
                  </Blank>
                )}
                {items.map((ticket) => (
                  <TicketRow key={ticket.id} ticket={ticket} now={now} asStaff={asStaff} />
                ))}
                <More paged={paged} />
              </>
            )}
          </Shown>
        )}
      </View>
    </Screen>
  );
}
