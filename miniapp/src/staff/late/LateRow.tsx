import { Text, View } from '@tarojs/components';
import type { LateLine } from '../../../../shared/contract/boards.ts';
import { sayLength, sayMoment } from '../../../../shared/kernel/time.ts';
import { toTicket } from '../../kernel/go.ts';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';

/** One promise behind a figure: how late, what, where, whose, and why. */
export function LateRow({ line, now }: { line: LateLine; now: Date }) {
  const dueBy = new Date(line.dueBy);
  const end = line.keptAt ? new Date(line.keptAt) : now;
  const isLate = end > dueBy;
  const { agreed } = line;
  return (
    <Press id={`late-${line.ticketId}`} className={`owe ${isLate ? 'miss' : ''}`} onPress={() => toTicket(line.ticketId, true)}>
      <View className="when">
        <Text className="figure">{isLate ? sayLength(end.getTime() - dueBy.getTime()).replace(/小时 .*/, '小时') : '按时'}</Text>
        {line.label}
      </View>
      <View className="grow">
        <Text>{line.title}</Text>
        <View className="cap pair">
          <Text className="part">{line.where}</Text>
          <Text className="part">{line.ownerName ?? '没派人'}</Text>
          <Text className="part nw">{line.number}</Text>
        </View>
        <View className="cap">
          应 <Dated text={sayMoment(dueBy, now)} />
          <Dated text={line.keptAt ? `，${sayMoment(new Date(line.keptAt), now)} 做到` : '，还没做到'} />
        </View>
        {agreed && (
          <View className="cap">
            {agreed.byName} <Dated text={sayMoment(new Date(agreed.at), now)} /> 和住户从 <Dated text={sayMoment(new Date(agreed.from), now)} /> 约到{' '}
            <Dated text={sayMoment(new Date(agreed.to), now)} />
          </View>
        )}
        {isLate && <Text className={line.cause ? '' : 'red'}>{line.cause ?? '还没写原因'}</Text>}
      </View>
      <Icon name="right" />
    </Press>
  );
}
