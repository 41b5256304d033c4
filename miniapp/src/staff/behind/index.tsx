import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { Input } from '../../../../shared/contract/client.ts';
import type { Api } from '../../../../shared/contract/index.ts';
import { KIND_LABELS, type TicketKind } from '../../../../shared/tickets/ticket.ts';
import { FIGURES, type Figure } from '../../../../shared/tickets/timeliness.ts';
import { api } from '../../kernel/api.ts';
import { useNow } from '../../kernel/clock.ts';
import { usePages } from '../../kernel/pages.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { More } from '../../kernel/parts/More.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { LateRow } from '../late/LateRow.tsx';

/** What is behind one figure, the newest first (Z2). */
export default function BehindPage() {
  const { figure = 'missed', days = '30', kind = 'all', cause = '' } = useRouter().params;
  const now = useNow();
  const asks = { figure, days, kind, ...(cause ? { cause } : {}) } as Input<Api['lateLines']>;
  const paged = usePages((after) => api.lateLines(after ? { ...asks, after } : asks), `${figure} ${days} ${kind} ${cause}`);
  return (
    <Screen>
      <View className="sec">
        {FIGURES[figure as Figure]}
        {kind !== 'all' && <Text className="cap end">只看{KIND_LABELS[kind as TicketKind]}</Text>}
      </View>
      <Shown asked={paged}>
        {({ items }) => (
          <>
            {items.length === 0 && <Blank icon="check" title="没有这样的" />}
            <View className="cells">
              {items.map((line) => (
                <LateRow key={`${line.ticketId} ${line.label} ${line.dueBy}`} line={line} now={now} />
              ))}
            </View>
            <More paged={paged} />
          </>
        )}
      </Shown>
    </Screen>
  );
}
