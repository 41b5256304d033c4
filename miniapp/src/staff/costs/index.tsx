import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { FacilityCost } from '../../../../shared/contract/facilities.ts';
import { sayMoney } from '../../../../shared/kernel/money.ts';
import { endOfDayAfter } from '../../../../shared/kernel/time.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { serverNow } from '../../kernel/clock.ts';
import { toRegisters } from '../../kernel/go.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Chip } from '../../kernel/parts/Choice.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Segments } from '../../kernel/parts/Segments.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { codeOf, sayRefusal } from '../../kernel/say.ts';
import { Behind } from './Behind.tsx';

const SPANS = (['30', '90', '365'] as const).map((name) => ({ name, label: `${name} 天`, id: `days-${name}` }));
type Days = (typeof SPANS)[number]['name'];

const spanOf = (days: string) => {
  const now = serverNow();
  return { from: endOfDayAfter(now, -Number(days)).toISOString(), until: endOfDayAfter(now, 0).toISOString() };
};

const toBehind = (officeId: string, figure: string, days: string, name: string) =>
  Taro.navigateTo({ url: `/staff/costs/index?officeId=${officeId}&figure=${figure}&days=${days}&name=${encodeURIComponent(name)}` });

const sayParts = (one: Pick<FacilityCost, 'labourFen' | 'partsFen'>) => `人工 ${sayMoney(one.labourFen)} · 材料 ${sayMoney(one.partsFen)}`;

function Sums({ officeId, days }: { officeId: string; days: Days }) {
  const asked = useAsked(() => api.publicCosts({ officeId, ...spanOf(days) }), `${officeId} ${days}`);
  return (
    <Shown asked={asked}>
      {({ items, sum, missing }) => (
        <>
          <Press id="cost-all" className="card mt12" onPress={() => toBehind(officeId, 'all', days, '全部')}>
            <View className="money-sum">
              <Text className="b">{sum.repairs} 件，一共</Text>
              <Text className="sum">{sayMoney(sum.totalFen)}</Text>
            </View>
            <Text className="cap">{sayParts(sum)}</Text>
          </Press>
          {missing > 0 && (
            <Press id="cost-missing" className="cell card mt12" onPress={() => toBehind(officeId, 'missing', days, '修好了，还没记费用')}>
              <View className="grow red">修好了、还没记费用的</View>
              <Text className="b nw">{missing} 件</Text>
              <Icon name="right" />
            </Press>
          )}
          {items.length === 0 && missing === 0 && <Blank icon="check" title="这段时间没有记过" note="公共地方修好时，师傅写上用了什么，这里就有。" />}
          {items.length > 0 && (
            <View className="sec">
              每一处<Text className="cap end">数字都能点开</Text>
            </View>
          )}
          <View className="cells">
            {items.map((one, index) => (
              <Press
                key={one.facility?.id ?? 'unnamed'}
                id={`figure-${index}`}
                className="cell"
                onPress={() => toBehind(officeId, one.facility?.id ?? 'unnamed', days, one.facility?.name ?? '还没写是哪一处')}
              >
                <View className="grow">
                  <View className={`b ${one.facility ? '' : 'red'}`}>{one.facility?.name ?? '还没写是哪一处'}</View>
                  <Text className="cap">
                    {one.repairs} 件 · {sayParts(one)}
                  </Text>
                </View>
                <Text className="b nw">{sayMoney(one.totalFen)}</Text>
                <Icon name="right" />
              </Press>
            ))}
          </View>
          <Press id="cost-excel" className="link" onPress={toRegisters}>
            导出 Excel
          </Press>
        </>
      )}
    </Shown>
  );
}

/** 公共设施设备维修费用: what each facility took in a period, each figure opens its tickets (R7). */
export default function CostsPage() {
  const { officeId: asked = '', figure = '', days: behind = '30', name = '' } = useRouter().params;
  const places = useAsked(() => api.registers({}), 'registers');
  const [days, setDays] = useState<Days>('30');
  const [chosen, choose] = useState(asked);
  if (figure)
    return (
      <Screen>
        <View className="sec">{decodeURIComponent(name)}</View>
        <Behind span={{ officeId: asked, ...spanOf(behind) }} figure={figure} />
      </Screen>
    );
  if (codeOf(places.failed) === 'registers/not-yours')
    return (
      <Screen>
        <Blank icon="lock" title={sayRefusal(places.failed).title} />
      </Screen>
    );
  return (
    <Screen>
      <Segments items={SPANS} chosen={days} onChoose={setDays} />
      <Shown asked={places}>
        {({ offices }) => {
          const office = chosen || (offices[0]?.id ?? '');
          return (
            <>
              {offices.length > 1 && (
                <View className="chips mt8">
                  {offices.map((one) => (
                    <Chip key={one.id} on={one.id === office} onPress={() => choose(one.id)}>
                      {one.name}
                    </Chip>
                  ))}
                </View>
              )}
              <Sums key={`${office} ${days}`} officeId={office} days={days} />
            </>
          );
        }}
      </Shown>
    </Screen>
  );
}
