import { View } from '@tarojs/components';
import type { TicketDetail } from '../../../../shared/contract/ticket-views.ts';
import { call } from '../../kernel/go.ts';
import { Button } from '../../kernel/parts/Button.tsx';

/** Whom to ask, with a way to call. */
export function Responsible({ ticket }: { ticket: TicketDetail }) {
  const who = ticket.responsible;
  if (!who) return null;
  return (
    <View className="card row person">
      <View className="av big">{who.name.slice(0, 1)}</View>
      <View className="grow">
        <View className="lead">{who.name}</View>
        <View className="sub">{who.title}</View>
      </View>
      {who.phone && (
        <Button id="call-responsible" look="line" size="small" icon="phone" onPress={() => call(who.phone)}>
          打电话
        </Button>
      )}
    </View>
  );
}
