import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { TicketDetail } from '../../../../shared/contract/ticket-views.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { api } from '../../kernel/api.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Sheet } from '../../kernel/parts/Sheet.tsx';
import { sayRefusal } from '../../kernel/say.ts';
import { sayStanding } from '../../kernel/standing.ts';
import type { Work } from './work.ts';

/** Somebody was first: what happened, what holds now, and that nothing was changed. */
export function Beaten({ work, now }: { work: Work; now: Date }) {
  const { beaten, id } = work;
  const [ticket, setTicket] = useState<TicketDetail | null>(null);
  useEffect(() => {
    setTicket(null);
    if (beaten) api.ticket({ id }).then(setTicket, () => undefined);
  }, [beaten, id]);
  if (!beaten) return null;
  const last = ticket?.history[0];
  const { title, detail } = sayRefusal(beaten);
  return (
    <Sheet title={last ? last.text : title} onClose={work.forgive}>
      <View className="mt8" id="beaten">
        {last ? `${sayMoment(new Date(last.at), now)} 的事，比您早。` : ''}
        {detail || title}。您没办成，什么也没改，写的都还在。
      </View>
      {ticket && (
        <View className="strip lake-strip mt12">
          <Icon name="clock" />
          <View className="grow">
            现在：{sayStanding(ticket, true)}
            {ticket.next ? `，${sayMoment(new Date(ticket.next.dueBy), now)} 前${ticket.next.label}` : ''}
          </View>
        </View>
      )}
      <View className="mt16">
        <Button
          id="see-now"
          look="main"
          onPress={async () => {
            await work.again();
            work.forgive();
          }}
        >
          看现在的情况
        </Button>
      </View>
    </Sheet>
  );
}
