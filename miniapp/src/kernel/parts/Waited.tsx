import { Text, View } from '@tarojs/components';
import { sayClock } from '../../../../shared/kernel/time.ts';
import { actOf } from '../acts.ts';
import { toQueue } from '../go.ts';
import { isUnsent, standingNow } from '../held.ts';
import { useHeld } from '../queue.ts';
import { Icon } from './Icon.tsx';
import { Press } from './Press.tsx';

/** What was said about a ticket and has not gone yet, at the end of its thread. */
export function Waited({ ticketId }: { ticketId: string }) {
  const held = useHeld(ticketId).filter((one) => isUnsent(one) && one.arrived === null);
  return (
    <>
      {held.map((one) => {
        const isWaiting = standingNow(one) === 'waiting';
        return (
          <Press key={one.key} className="msg mine" id="waited" onPress={toQueue}>
            <View className="msg-body">
              <View className={`who ${isWaiting ? '' : 'red'}`}>
                <Icon name={isWaiting ? 'clock' : 'alert'} /> 您 {sayClock(new Date(one.saidAt))} · {isWaiting ? '等信号' : '没发成，点开看'}
              </View>
              <View className="bub waited">
                {one.act !== 'say' && <Text className="tag">{actOf(one.act)?.label}</Text>} <Text className="said">{one.words}</Text>
                {one.shotsFirst && <Text className="sub"> 照片 {one.shots.length} 张</Text>}
              </View>
            </View>
          </Press>
        );
      })}
    </>
  );
}
