import { Text, View } from '@tarojs/components';
import type { FacilityCostLine } from '../../../../shared/contract/facilities.ts';
import { sayMoney } from '../../../../shared/kernel/money.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { api } from '../../kernel/api.ts';
import { useNow } from '../../kernel/clock.ts';
import { toTicket } from '../../kernel/go.ts';
import { usePages } from '../../kernel/pages.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { More } from '../../kernel/parts/More.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';

function Line({ line, now }: { line: FacilityCostLine; now: Date }) {
  return (
    <Press id={`cost-${line.ticketId}`} className="cell" role="link" onPress={() => toTicket(line.ticketId, true)}>
      <View className="grow">
        <View className="b">
          {line.title} · {line.where}
        </View>
        {line.missingUntil ? (
          <View className={new Date(line.missingUntil) < now ? 'red' : 'sub'}>
            还没记，{sayMoment(new Date(line.missingUntil), now)} 前要记；没有花费也记一笔
          </View>
        ) : (
          <View className="sub">{line.used.join('；') || '没有用料，没有另算工'}</View>
        )}
        <Text className="cap">
          {line.byName} {sayMoment(new Date(line.at), now)} {line.missingUntil ? '修好' : '记'} · <Text className="nw">{line.number}</Text>
        </Text>
      </View>
      {!line.missingUntil && <Text className="b nw">{sayMoney(line.totalFen)}</Text>}
      <Icon name="right" />
    </Press>
  );
}

/** What is behind one figure of the costs, newest first (R7). */
export function Behind({ span, figure }: { span: { officeId: string; from: string; until: string }; figure: string }) {
  const now = useNow();
  const asks = { ...span, figure } as Parameters<typeof api.publicCostLines>[0];
  const paged = usePages((after) => api.publicCostLines(after ? { ...asks, after } : asks), `${span.officeId} ${span.from} ${span.until} ${figure}`);
  return (
    <Shown asked={paged}>
      {({ items }) => (
        <>
          {items.length === 0 && <Blank icon="check" title="没有这样的" />}
          <View className="cells mt8">
            {items.map((line) => (
              <Line key={`${line.ticketId} ${line.at}`} line={line} now={now} />
            ))}
          </View>
          <More paged={paged} />
        </>
      )}
    </Shown>
  );
}
