import { Picker, View } from '@tarojs/components';
import { isoDay, minutesAfter, sayDay, shanghaiTime } from '../../../shared/kernel/time.ts';
import { Chip } from '../kernel/parts/Choice.tsx';

const A_DAY = 24 * 60;

interface Props {
  id: string;
  label: string;
  day: string;
  now: Date;
  wrong: boolean;
  onChoose: (day: string) => void;
}

/** A day that has come: today, yesterday, or one that is looked up. */
export function DayChoice({ id, label, day, now, wrong, onChoose }: Props) {
  const today = isoDay(now);
  const usual = [today, isoDay(minutesAfter(now, -A_DAY))];
  return (
    <>
      <View className={`label ${wrong ? 'wrong' : ''}`}>{label}</View>
      <View className="chips">
        {usual.map((one, index) => (
          <Chip key={one} id={`${id}-${index}`} on={one === day} onPress={() => onChoose(one)}>
            {index === 0 ? '今天' : '昨天'}
          </Chip>
        ))}
        <Picker mode="date" value={day || today} end={today} onChange={(event) => onChoose(String(event.detail.value))}>
          <View id={`${id}-other`} className={`chip ${usual.includes(day) ? '' : 'on'}`}>
            {usual.includes(day) ? '选别的日子' : sayDay(shanghaiTime(`${day} 00:00`), now)}
          </View>
        </Picker>
      </View>
    </>
  );
}
