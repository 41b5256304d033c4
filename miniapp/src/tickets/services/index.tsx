import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { toOrder } from '../../kernel/go.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Chips } from '../../kernel/parts/Choice.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { ServiceCells } from '../../kernel/parts/ServiceCells.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';

/** 特约服务: what may be ordered, who does it, what it costs and of what (R12). */
export default function ServicesPage() {
  const asked = useAsked(() => api.services({}), 'services', 'services');
  const [officeId, choose] = useState('');
  return (
    <Screen>
      <View className="strip quiet">点一项就能订，按您看到的价格算。价格要改，您同意了再做；做好请您验收。</View>
      <Shown asked={asked}>
        {({ items, offices, today }) => {
          const office = offices.find((one) => one.id === officeId) ?? offices[0];
          const own = items.filter((one) => one.officeId === office?.id && one.from <= today);
          return (
            <>
              {office && offices.length > 1 && (
                <Chips
                  id="office"
                  className="mt12"
                  items={offices.map((one) => ({ name: one.id, label: one.name }))}
                  chosen={office.id}
                  onChoose={choose}
                />
              )}
              {own.length === 0 && <Blank title="还没有公布特约服务" note="要帮忙的事，可以打服务中心电话，或者报修里写几句。" />}
              <ServiceCells items={own} today={today} onPress={(service) => toOrder(service.id)} />
            </>
          );
        }}
      </Shown>
    </Screen>
  );
}
