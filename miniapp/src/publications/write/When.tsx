import { Picker, View } from '@tarojs/components';
import { isoDay, sayClock, sayMoment, shanghaiTime } from '../../../../shared/kernel/time.ts';
import type { Moment } from '../../kernel/moments.ts';
import { Chip } from '../../kernel/parts/Choice.tsx';

interface Props {
  id: string;
  label: string;
  chosen: string;
  /** The usual moments, at a tap; the pickers begin with the first. */
  usual: readonly Moment[];
  wrong: boolean;
  now: Date;
  onChoose: (at: string) => void;
}

/** A moment by day and hour. */
export function When({ id, label, chosen, usual, wrong, now, onChoose }: Props) {
  const at = chosen ? new Date(chosen) : usual[0]!.at;
  return (
    <>
      <View className={`label ${wrong ? 'wrong' : ''}`}>{label}</View>
      <View className="chips">
        {usual.map((one, index) => (
          <Chip key={one.label} id={`${id}-${index}`} on={one.at.toISOString() === chosen} onPress={() => onChoose(one.at.toISOString())}>
            {one.label}
          </Chip>
        ))}
      </View>
      <View className="row wrap tight mt8">
        <Picker mode="date" value={isoDay(at)} onChange={(event) => onChoose(shanghaiTime(`${event.detail.value} ${sayClock(at)}`).toISOString())}>
          <View id={`${id}-day`} className={`chip ${chosen ? 'on' : ''}`}>
            选日子
          </View>
        </Picker>
        <Picker mode="time" value={sayClock(at)} onChange={(event) => onChoose(shanghaiTime(`${isoDay(at)} ${event.detail.value}`).toISOString())}>
          <View id={`${id}-hour`} className={`chip ${chosen ? 'on' : ''}`}>
            选几点
          </View>
        </Picker>
        <View className="b" id={`${id}-chosen`}>
          {chosen ? sayMoment(at, now) : '还没选'}
        </View>
      </View>
    </>
  );
}
