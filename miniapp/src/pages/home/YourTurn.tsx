import { Text, View } from '@tarojs/components';
import type { TicketCard } from '../../../../shared/contract/ticket-views.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { isRemark } from '../../../../shared/remarks/decide.ts';
import { KIND_LABELS } from '../../../../shared/tickets/ticket.ts';
import { WORDINGS } from '../../../../shared/tickets/wordings.ts';
import { toTicket, toVerdict } from '../../kernel/go.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { Press } from '../../kernel/parts/Press.tsx';

function whoFinished(ticket: TicketCard, now: Date): string {
  const when = ticket.finishedAt ? `${sayMoment(new Date(ticket.finishedAt), now)} ` : '';
  return `${ticket.assigneeName ? `${ticket.assigneeName}师傅` : ''}${when}${WORDINGS[ticket.kind].verb}${isRemark(ticket.kind) ? '的' : '完'}`;
}

/** What waits for the resident while it is under way: said, and the way there. */
const WAITS = {
  quote: { what: '请您看报价', note: '您同意了再动手', button: '看报价' },
  date: { what: '新的时间行不行', note: '上次您家没人', button: '看时间' },
} as const;

const sayTurn = ({ title, kind, waitsFor }: TicketCard) =>
  waitsFor
    ? `${title}：${WAITS[waitsFor].what}`
    : isRemark(kind)
      ? `${KIND_LABELS[kind]}有答复了，请您看看`
      : `${title}${WORDINGS[kind].verb}好了，请您看看`;

/** 等您办: what only the resident can do next. */
export function YourTurn({ tickets, now }: { tickets: readonly TicketCard[]; now: Date }) {
  if (tickets.length === 0) return null;
  return (
    <>
      <View className="sec">
        等您办<Text className="apricot-ink">{tickets.length} 件</Text>
      </View>
      <View className="yours">
        {tickets.map((ticket) => (
          <View key={ticket.id} className="cell">
            <Press id={`ticket-${ticket.id}`} className="grow" onPress={() => toTicket(ticket.id, false)}>
              <View className="b">{sayTurn(ticket)}</View>
              <View className="sub">
                <Dated text={ticket.waitsFor ? WAITS[ticket.waitsFor].note : whoFinished(ticket, now)} />
              </View>
            </Press>
            {ticket.waitsFor ? (
              <Button id={`answer-${ticket.id}`} look="line" size="small" onPress={() => toTicket(ticket.id, false)}>
                {WAITS[ticket.waitsFor].button}
              </Button>
            ) : (
              <Button id={`confirm-${ticket.id}`} look="line" size="small" onPress={() => toVerdict(ticket)}>
                {WORDINGS[ticket.kind].yourTurn.button}
              </Button>
            )}
          </View>
        ))}
      </View>
    </>
  );
}
