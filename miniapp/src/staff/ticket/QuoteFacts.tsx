import { Text, View } from '@tarojs/components';
import type { TicketDetail } from '../../../../shared/contract/ticket-views.ts';
import { sayMoney } from '../../../../shared/kernel/money.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { QuoteLines, sayParts } from '../../kernel/parts/QuoteLines.tsx';

const STANDS = { pricing: '等主管定价', offered: '等住户回话', accepted: '住户同意了', refused: '住户不同意', withdrawn: '撤回了' } as const;

const sayWork = (halfDays: number) => (halfDays === 1 ? '半个工' : `${halfDays / 2} 个工`);

/** The newest quote and what was accepted, what it cost, and a new date that waits. */
export function QuoteFacts({ ticket, now }: { ticket: TicketDetail; now: Date }) {
  const { quote, agreedQuote, cost, proposal } = ticket;
  const earlier = agreedQuote && agreedQuote.id !== quote?.id ? agreedQuote : null;
  return (
    <>
      {proposal && (
        <View className="strip yours-strip mt8">
          <View className="grow">
            <Dated text={`等住户回话：${sayMoment(new Date(proposal.dueBy), now)} 前来，行不行`} />
          </View>
        </View>
      )}
      {cost && cost.totalFen > 0 && (
        <View className="card mt8" id="cost-facts">
          <View className="money-sum">
            <Text className="b">
              费用 <Text className="tag ours">{cost.isSettled ? '结算完' : '还没结算'}</Text>
            </Text>
            <Text className="sum">{sayMoney(cost.totalFen)}</Text>
          </View>
          <Text className="cap">{sayParts(cost)}</Text>
        </View>
      )}
      {quote && (
        <View className="card mt8" id="quote-facts">
          <View className="money-sum">
            <Text className="b">
              {ticket.service ? '价格' : '报价'}{' '}
              <Text className={`tag ${quote.stand === 'offered' ? 'yours-tag' : 'ours'}`}>{STANDS[quote.stand]}</Text>
            </Text>
            <Text className="sum">{quote.stand === 'pricing' ? '' : sayMoney(quote.totalFen)}</Text>
          </View>
          <QuoteLines quote={quote} isService={ticket.service !== null} />
          <Text className="cap">
            第 {quote.version} 份 · {quote.madeByName} <Dated text={sayMoment(new Date(quote.madeAt), now)} />
            {ticket.service ? '' : ` · ${sayWork(quote.halfDays)} · ${sayParts(quote)}`}
          </Text>
          {earlier && (
            <View className="sub mt4">
              之前同意的第 {earlier.version} 份还作数：{sayMoney(earlier.totalFen)}
            </View>
          )}
        </View>
      )}
    </>
  );
}
