import { Text, View } from '@tarojs/components';
import type { OwnReveal } from '../../../../shared/contract/reveals.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { toTicket } from '../go.ts';
import { Icon } from './Icon.tsx';
import { Press } from './Press.tsx';

interface Props {
  look: OwnReveal;
  now: Date;
  asStaff: boolean;
  /** Whose number it was, where others read the list. */
  whose?: string | undefined;
  where?: string;
}

/** One look at a number: who, when, why; the ticket it was for at a tap, or the survey a home was called for. */
export function RevealRow({ look, now, asStaff, whose = '', where = '' }: Props) {
  const { ticketId } = look;
  const told = (
    <View className="grow">
      <View>
        <Text className="b">{look.byName}</Text>
        <Text className="sub">　{look.byPost}</Text>
        {whose && <Text> 看了{whose}的号码</Text>}
      </View>
      <View className="said mt4">
        {look.reason}
        {look.words && `：${look.words}`}
      </View>
      <View className="cap">
        {sayMoment(new Date(look.at), now)}
        {where && ` · ${where}`} · <Text className={look.survey ? '' : 'nw'}>{look.survey ?? look.ticketNumber ?? look.home}</Text>
      </View>
    </View>
  );
  if (ticketId === null)
    return (
      <View id={`look-${look.id}`} className="cell">
        {told}
      </View>
    );
  return (
    <Press id={`look-${look.id}`} className="cell" role="link" onPress={() => toTicket(ticketId, asStaff)}>
      {told}
      <Icon name="right" />
    </Press>
  );
}
