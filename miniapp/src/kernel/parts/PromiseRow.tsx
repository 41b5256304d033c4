import { Text, View } from '@tarojs/components';
import type { PromiseView } from '../../../../shared/contract/ticket-views.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { Press } from './Press.tsx';
import { badgeFrom, PromiseBadge } from './PromiseBadge.tsx';

interface Props {
  promise: PromiseView;
  now: Date;
  /** Colleagues also see who owes it, and the clause. */
  forStaff?: boolean;
  /** Whose word it waits for. */
  waits?: '您' | '住户' | null;
  onPress: () => void;
}

/** What, before when, and how it stands. */
export function PromiseRow({ promise, now, forStaff = false, waits = null, onPress }: Props) {
  const before = `${sayMoment(new Date(promise.dueBy), now)} 前`;
  const agreed = promise.dueBy !== promise.firstDueBy;
  return (
    <Press id={`promise-${promise.what}`} className="promise" onPress={onPress}>
      <View className={forStaff ? 'grow' : ''}>
        <Text className="what">{promise.label}</Text>
        {forStaff && <Text className="clause">{promise.clause}</Text>}
        <Text className={`sub ${forStaff ? 'block' : 'nw'}`}>
          {forStaff ? `${promise.owedBy} · ` : ''}
          {agreed ? '约到' : ''}
          {before}
        </Text>
        {forStaff && promise.missCause && <Text className="sub block">原因：{promise.missCause}</Text>}
      </View>
      <PromiseBadge badge={badgeFrom(promise, now, waits)} />
    </Press>
  );
}
