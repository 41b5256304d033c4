import { Text, View } from '@tarojs/components';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';

/** Who reached residents this month, who did not, and who gave up (Z13). */
export function Callers() {
  const asked = useAsked(() => api.visitCallers({}), 'callers');
  return (
    <Shown asked={asked}>
      {({ items }) => (
        <View className="mt12">
          <View className="sub">这个月，从 1 日起</View>
          {items.length === 0 && <Blank icon="phone" title="这个月还没有打过" note="打通、没打通、记为联系不上，每个人的次数记在这里。" />}
          {items.length > 0 && (
            <View className="cells mt8">
              {items.map((one) => (
                <View key={one.personId} id={`caller-${one.personId}`} className="cell">
                  <View className="grow">
                    <View className="b">{one.name}</View>
                    <Text className="sub">
                      打通 {one.reached} 次 · 没打通 {one.tries} 次{one.ended > 0 && ` · 记为联系不上 ${one.ended} 次`}
                    </Text>
                  </View>
                </View>
              ))}
            </View>
          )}
        </View>
      )}
    </Shown>
  );
}
