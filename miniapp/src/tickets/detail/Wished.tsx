import { Text, View } from '@tarojs/components';
import type { TicketDetail } from '../../../../shared/contract/ticket-views.ts';

/** What becomes of the time a resident named, beside what was promised anyway (I9). */
function sayWhatOfIt({ wish, promises, status }: TicketDetail): string {
  if (promises.some((one) => one.what === 'named_visit' && one.clause !== 'Z3')) return '已经按这个时间另答应您一条，见上面。';
  if (wish?.past) return '这个时间已经过了；我们答应您的时间照样算。';
  if (wish?.after) return `比我们答应的“${wish.after}”还晚：答应的照样算，客服会先和您约好。`;
  return status === 'received' ? '派师傅时会告诉您行不行。' : '答应您的时间照样算。';
}

/** 您希望的时间, said back. */
export function Wished({ ticket }: { ticket: TicketDetail }) {
  if (!ticket.wish) return null;
  return (
    <View className="card" id="wish">
      <Text className="b">您希望的上门时间：</Text>
      <Text>{ticket.wish.text}</Text>
      <View className="sub mt4">{sayWhatOfIt(ticket)}</View>
    </View>
  );
}
