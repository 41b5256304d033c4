import { View } from '@tarojs/components';
import { api } from '../../kernel/api.ts';
import { useNow } from '../../kernel/clock.ts';
import { usePages } from '../../kernel/pages.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { More } from '../../kernel/parts/More.tsx';
import { OwedRow } from '../../kernel/parts/OwedRow.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import type { Figure } from './figures.ts';

/** The tickets behind one figure, the newest first. */
export function Behind({ figure }: { figure: Figure }) {
  const now = useNow();
  const paged = usePages((after) => api.analysisTickets(after ? { ...figure, after } : figure), JSON.stringify(figure));
  return (
    <Shown asked={paged}>
      {({ items }) => (
        <>
          {items.length === 0 && <Blank icon="check" title="没有这样的" />}
          <View className="cells" id="analysis-behind">
            {items.map((ticket) => (
              <OwedRow key={ticket.id} ticket={ticket} now={now} />
            ))}
          </View>
          <More paged={paged} />
        </>
      )}
    </Shown>
  );
}
