import { Text, View } from '@tarojs/components';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { actOf } from '../acts.ts';
import { useNow } from '../clock.ts';
import { toQueue } from '../go.ts';
import { type Held, standingNow } from '../held.ts';
import { useAway } from '../network.ts';
import { useHeld } from '../queue.ts';
import { isOnJobs } from '../session.ts';
import { Icon } from './Icon.tsx';
import { Press } from './Press.tsx';

const LISTED = 4;

function Line({ held, now }: { held: Held; now: Date }) {
  const standing = standingNow(held);
  const label = actOf(held.act)?.label ?? '';
  return (
    <View className="offline-line">
      <Icon name={standing === 'sent' ? 'check' : 'clock'} />
      <Text className="nw">{sayMoment(new Date(held.saidAt), now).replace('今天 ', '')}</Text>
      <View className="grow">
        {label} {held.title}
      </View>
      <Text className="nw">{standing === 'sent' ? '已发' : standing === 'photos' ? '发照片' : standing === 'waiting' ? '待发' : '没发成'}</Text>
    </View>
  );
}

function sayRest(held: readonly Held[]): string {
  const count = (...standings: string[]) => held.filter((one) => standings.includes(standingNow(one))).length;
  const stuck = count('refused', 'stale');
  if (stuck > 0) return `有 ${stuck} 件没发成，点开看为什么`;
  const waiting = count('waiting');
  if (waiting > 0) return `还有 ${waiting} 件没发出去`;
  const photos = count('photos');
  if (photos > 0) return '照片正在传';
  const [first] = held;
  return held.length === 1 ? `刚才存的发出去了，${first?.arrived?.number}` : `刚才存的 ${held.length} 件都发出去了`;
}

/** On top of every page while nothing answers; with the queue where a page lists it, and what is left of the queue afterwards. */
export function Offline({ lists = false }: { lists?: boolean }) {
  const away = useAway();
  const now = useNow();
  const held = useHeld();
  const waits = held.filter((one) => standingNow(one) !== 'sent').length;
  if (away)
    return (
      <Press id="offline" className="offline" off={held.length === 0} onPress={toQueue}>
        <View className="row tight">
          <Icon name="nosignal" />
          <View className="grow b">{isOnJobs() ? '没有信号，照常干活' : '没有信号'}</View>
          {waits > 0 && !lists && <Text>{waits} 件待发</Text>}
          {held.length > 0 && <Icon name="right" />}
        </View>
        {lists && (
          <>
            <View className="offline-note">{isOnJobs() ? '做过的都记在手机里' : '说的都先存在手机里'}，有信号自动按顺序发出。</View>
            {held.length > 0 && (
              <View className="offline-lines">
                {held.slice(-LISTED).map((one) => (
                  <Line key={one.key} held={one} now={now} />
                ))}
              </View>
            )}
          </>
        )}
      </Press>
    );
  if (!lists || held.length === 0) return null;
  return (
    <Press id="held" className="strip quiet held-row" onPress={toQueue}>
      <Icon name={waits > 0 ? 'clock' : 'check'} />
      <View className="grow b">{sayRest(held)}</View>
      <Icon name="right" />
    </Press>
  );
}
