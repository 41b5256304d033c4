import { Text, View } from '@tarojs/components';
import type { TicketDetail } from '../../../../shared/contract/ticket-views.ts';
import { sayMoney } from '../../../../shared/kernel/money.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { sayParts } from '../../kernel/parts/QuoteLines.tsx';

/** Of a public repair: which facility, and what it used; no resident pays it (R7). */
export function PublicFacts({ ticket, now }: { ticket: TicketDetail; now: Date }) {
  const { facility, spending, place } = ticket;
  if (place !== 'public') return null;
  return (
    <View className="card mt8" id="public-facts">
      <View className={facility ? 'b' : 'sub'}>{facility ? `设施：${facility.name}` : '还没写是哪一处设施'}</View>
      {spending && (
        <>
          <View className="money-sum mt8">
            <Text className="b">用工用料</Text>
            <Text className="sum">{sayMoney(spending.totalFen)}</Text>
          </View>
          {spending.lines.map((line) => (
            <View key={line.text} className="money-line">
              <Text className="grow">{line.text}</Text>
              <Text className="fen">{sayMoney(line.sumFen)}</Text>
            </View>
          ))}
          <Text className="cap">
            {sayParts(spending)} · {spending.byName} <Dated text={sayMoment(new Date(spending.at), now)} /> 记
            {spending.version > 1 ? `，第 ${spending.version} 次` : ''}
            ，住户不付
          </Text>
        </>
      )}
    </View>
  );
}
