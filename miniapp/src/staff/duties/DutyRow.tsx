import { Text, View } from '@tarojs/components';
import type { DutyLine } from '../../../../shared/contract/duties.ts';
import { sayDay, sayMoment } from '../../../../shared/kernel/time.ts';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { badgeFrom, PromiseBadge } from '../../kernel/parts/PromiseBadge.tsx';
import { sayPeriod } from './period.ts';

/** How a period ended, where its promise alone would not say: not done, or the channel was closed. */
function Ended({ line }: { line: DutyLine }) {
  if (line.standing === 'off') return <Text className="tag">渠道关了</Text>;
  const again = (line.inARow ?? 1) > 1 ? `，连着第 ${line.inARow} 次` : '';
  return (
    <View className="pb miss">
      <Icon name="alert" />
      没有做{again}
    </View>
  );
}

/** Whether what is owed is over without having been done. */
const isUndone = ({ standing, promise }: DutyLine) => standing === 'off' || (standing === 'missed' && promise.withdrawnAt !== null);

interface Props {
  line: DutyLine;
  now: Date;
}

/** What stands of one period of a duty: what, which days, whose, and how it is. */
function Standing({ line, now, leadsOn }: Props & { leadsOn: boolean }) {
  const done = line.doneAt && `${sayMoment(new Date(line.doneAt), now)} 做的${line.duty === 'round' ? `，${line.items ?? 0} 条` : ''}`;
  const dueBy = new Date(line.promise.dueBy);
  const due = `${dueBy < now ? '应' : ''}${sayDay(new Date(dueBy.getTime() - 1), now)} 24:00 前`;
  return (
    <>
      <View className="row">
        <View className="row wrap tight grow">
          <View className="grow">
            <Text className="lead">{line.title}</Text>
            <View className="sub">
              <Dated text={done || due} />
            </View>
          </View>
          {isUndone(line) ? <Ended line={line} /> : <PromiseBadge badge={badgeFrom(line.promise, now)} />}
        </View>
        {leadsOn && <Icon name="right" />}
      </View>
      <View className="cap mt8">
        <Dated text={sayPeriod(line, now)} /> · <Text className="nw">{line.isMine ? '我' : line.holder.name}</Text> ·{' '}
        <Text className="nw">{line.officeName}</Text>
      </View>
      {line.standing === 'missed' && !isUndone(line) && (line.inARow ?? 1) > 1 && <View className="cap mt4 b">连着第 {line.inARow} 次没按时</View>}
    </>
  );
}

/** One period of a duty, on its own page. */
export function DutyCard(props: Props) {
  return (
    <View className="card mt12" id="duty-card">
      <Standing {...props} leadsOn={false} />
    </View>
  );
}

/** One period of a duty in a list. */
export function DutyRow({ onPress, ...props }: Props & { onPress: () => void }) {
  return (
    <Press id={`duty-${props.line.id}`} className="card" onPress={onPress}>
      <Standing {...props} leadsOn />
    </Press>
  );
}
