import { Text, View } from '@tarojs/components';
import type { SettingChange } from '../../../shared/contract/settings.ts';
import { sayMoment } from '../../../shared/kernel/time.ts';
import { sayDate } from '../kernel/moments.ts';
import { Dated } from '../kernel/parts/Dated.tsx';
import { sayBack } from './say.ts';

/** One time a figure was set: what to, from when, by whom, why; an estate's own with who put it on record. */
export function ChangeCell({ change, now, title }: { change: SettingChange; now: Date; title?: string }) {
  const { said, whose, from, at, byName, officeName, reason, recordedBy, record } = change;
  return (
    <View className="cell">
      <View className="grow">
        {title && <View className="b">{title}</View>}
        <View>
          {sayDate(from)}起：<Text className="b">{said ?? sayBack(whose)}</Text>
        </View>
        {reason && <View className="said mt4">{reason}</View>}
        <View className="sub">
          <Dated text={byName ? `${officeName} · ${byName} ${sayMoment(new Date(at), now)} 定的` : `${officeName}一开始就这样`} />
        </View>
        {recordedBy && (
          <View className="sub">
            {recordedBy}记下{record ? `：${record}` : ''}
          </View>
        )}
      </View>
    </View>
  );
}
