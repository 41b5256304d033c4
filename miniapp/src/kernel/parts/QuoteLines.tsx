import { Text, View } from '@tarojs/components';
import type { QuoteView } from '../../../../shared/contract/ticket-views.ts';
import { sayMoney } from '../../../../shared/kernel/money.ts';
import { COST_KINDS } from '../../../../shared/quotes/prices.ts';
import { sayLine } from '../../../../shared/quotes/quotes.ts';

function noteOf(line: QuoteView['lines'][number]): string {
  const parts = [
    COST_KINDS[line.kind],
    line.isOnList ? '' : line.priceFen === null ? '价目表上没有，等主管定价' : '价目表上没有，主管定的价',
    line.warrantyMonths ? `保修 ${line.warrantyMonths} 个月` : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** The lines of a quote, each with what it comes to; labour and parts apart. */
export function QuoteLines({ quote, isService = false }: { quote: QuoteView; isService?: boolean }) {
  return (
    <>
      {quote.lines.map((line, index) => (
        <View key={`${index} ${line.label}`} className="money-line">
          <View className="grow">
            <View>{sayLine(line)}</View>
            {!isService && <Text className="cap">{noteOf(line)}</Text>}
          </View>
          <Text className="fen">{line.priceFen === null ? '待定' : sayMoney(line.priceFen * line.quantity)}</Text>
        </View>
      ))}
    </>
  );
}

/** Labour and parts, each by itself. */
export const sayParts = ({ labourFen, partsFen }: Pick<QuoteView, 'labourFen' | 'partsFen'>): string =>
  `人工 ${sayMoney(labourFen)} · 材料 ${sayMoney(partsFen)}`;
