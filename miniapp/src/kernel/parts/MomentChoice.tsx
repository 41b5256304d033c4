import { Picker, View } from '@tarojs/components';
import { isoDay, sayClock, sayMoment, shanghaiTime } from '../../../../shared/kernel/time.ts';
import { minutesAhead, usualMoments } from '../moments.ts';
import { Chip } from './Choice.tsx';

const A_DAY_IN_MINUTES = 24 * 60;

/** A moment to promise: the usual ones at a tap, any other by day and hour. */
export function MomentChoice({ chosen, now, onChoose }: { chosen: Date | null; now: Date; onChoose: (at: Date) => void }) {
  const at = chosen ?? minutesAhead(now, A_DAY_IN_MINUTES);
  const usual = usualMoments(now);
  const isUsual = usual.some((one) => one.at.getTime() === chosen?.getTime());
  return (
    <>
      <View className="chips">
        {usual.map((one, index) => (
          <Chip key={one.label} id={`moment-${index}`} on={one.at.getTime() === chosen?.getTime()} onPress={() => onChoose(one.at)}>
            {one.label}
          </Chip>
        ))}
      </View>
      <View className="row wrap tight mt8">
        <Picker
          mode="date"
          value={isoDay(at)}
          start={isoDay(now)}
          onChange={(event) => onChoose(shanghaiTime(`${event.detail.value} ${sayClock(at)}`))}
        >
          <View className={`chip ${chosen && !isUsual ? 'on' : ''}`}>选日子</View>
        </Picker>
        <Picker mode="time" value={sayClock(at)} onChange={(event) => onChoose(shanghaiTime(`${isoDay(at)} ${event.detail.value}`))}>
          <View className={`chip ${chosen && !isUsual ? 'on' : ''}`}>选几点</View>
        </Picker>
        {chosen && <View className="b">{sayMoment(chosen, now)}</View>}
      </View>
    </>
  );
}
