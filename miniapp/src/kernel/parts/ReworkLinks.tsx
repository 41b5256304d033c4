import { Text, View } from '@tarojs/components';
import type { TicketDetail } from '../../../../shared/contract/ticket-views.ts';
import { toTicket } from '../go.ts';
import { Icon } from './Icon.tsx';
import { Press } from './Press.tsx';

/** From the repair that came back to what it came back as, and the other way (R6). */
export function ReworkLinks({ ticket, asStaff }: { ticket: TicketDetail; asStaff: boolean }) {
  const links = [
    ...(ticket.reworkOf ? [{ ...ticket.reworkOf, label: '原来那一件' }] : []),
    ...ticket.reworks.map((one) => ({ ...one, label: '返修的那一件' })),
  ];
  return (
    <>
      {links.map((one) => (
        <Press key={one.id} id={`link-${one.id}`} className="card row" role="link" onPress={() => toTicket(one.id, asStaff)}>
          <View className="grow">
            <View className="b">{one.label}</View>
            <Text className="sub nw">{one.number}</Text>
          </View>
          <Icon name="right" />
        </Press>
      ))}
    </>
  );
}
