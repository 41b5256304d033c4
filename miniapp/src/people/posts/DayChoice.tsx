import { Picker, View } from '@tarojs/components';
import { sayFullDay } from './say.ts';

interface Props {
  id: string;
  label: string;
  day: string;
  start: string;
  wrong: boolean;
  onChoose: (day: string) => void;
}

/** A day, as it stands and to change. */
export function DayChoice({ id, label, day, start, wrong, onChoose }: Props) {
  return (
    <>
      <View className={`label ${wrong ? 'wrong' : ''}`}>{label}</View>
      <Picker mode="date" value={day} start={start} onChange={(event) => onChoose(String(event.detail.value))}>
        <View id={id} className="chip on">
          {sayFullDay(day)}
        </View>
      </Picker>
    </>
  );
}
