import { Text } from '@tarojs/components';
import { sayDay } from '../../../shared/kernel/time.ts';

/** The days a draw is of: 3月2日 周一 到 3月8日 周日. The last instant is midnight, and belongs to the day before. */
export function Period({ from, until, now }: { from: string; until: string; now: Date }) {
  return (
    <>
      <Text className="nw">{sayDay(new Date(from), now)}</Text> 到 <Text className="nw">{sayDay(new Date(new Date(until).getTime() - 1), now)}</Text>
    </>
  );
}
