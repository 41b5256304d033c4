import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Service } from '../../../../shared/contract/services.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { toOral } from '../../kernel/go.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chips } from '../../kernel/parts/Choice.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { ServiceCells } from '../../kernel/parts/ServiceCells.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { ServiceSheet } from './ServiceSheet.tsx';

/** 特约服务: published by the director and the head of the service centre, read by everybody who works here (R12). */
export default function ServicesPage() {
  const asked = useAsked(() => api.services({}), 'services');
  const [chosen, choose] = useState('');
  const [editing, edit] = useState<{ service: Service | null } | null>(null);
  const offices = asked.value?.offices ?? [];
  const office = offices.find((one) => one.id === chosen) ?? offices[0];
  const done = () => {
    edit(null);
    void asked.again();
  };
  const foot = office && (
    <View className="btns">
      <Button id="go-oral" look={office.mayWrite ? 'line' : 'main'} size="wide" onPress={toOral}>
        记口头定单
      </Button>
      {office.mayWrite && (
        <Button id="new-service" look="main" size="wide" onPress={() => edit({ service: null })}>
          加一项
        </Button>
      )}
    </View>
  );
  return (
    <Screen foot={foot}>
      <Shown asked={asked}>
        {({ items, today, providers }) => {
          const own = items.filter((one) => one.officeId === office?.id);
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
              {own.length === 0 && <Blank title="还没有公布特约服务" note="主任和服务中心负责人可以加。" />}
              <ServiceCells items={own} today={today} onPress={office?.mayWrite ? (service) => edit({ service }) : null} />
              {editing && office && (
                <ServiceSheet
                  key={editing.service?.id ?? 'new'}
                  officeId={office.id}
                  service={editing.service}
                  providers={providers.filter((one) => one.officeId === office.id).map((one) => one.name)}
                  today={today}
                  onDone={done}
                  onClose={() => edit(null)}
                />
              )}
            </>
          );
        }}
      </Shown>
    </Screen>
  );
}
