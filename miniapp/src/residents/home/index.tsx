import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { HouseholdChangeLine, StayLine } from '../../../../shared/contract/households.ts';
import { RESIDES_AS } from '../../../../shared/households/households.ts';
import { sayDay, sayMoment } from '../../../../shared/kernel/time.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useNow } from '../../kernel/clock.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { AddSheet } from './AddSheet.tsx';
import { HolderSheet, KeySheet } from './HomeSheets.tsx';
import { StaySheet } from './StaySheet.tsx';

const spanOf = (stay: StayLine, now: Date) =>
  `${sayDay(new Date(stay.from), now)}起${stay.until ? `，到${sayMoment(new Date(stay.until), now)}` : ''}`;

function Stay({ stay, now }: { stay: StayLine; now: Date }) {
  const told = [
    stay.until ? '' : stay.isBound ? '绑了微信' : '没绑微信',
    stay.isInvited ? '家里人请的' : '',
    stay.open ? `${stay.open} 件没办完` : '',
  ];
  return (
    <View className="grow">
      <View>
        <Text className="b">{stay.name}</Text>
        <Text className="sub">　{RESIDES_AS[stay.as]}</Text>
      </View>
      <View className="sub nw">{stay.phone}</View>
      <View className="cap">{[spanOf(stay, now), ...told].filter(Boolean).join(' · ')}</View>
    </View>
  );
}

function Change({ change, now }: { change: HouseholdChangeLine; now: Date }) {
  return (
    <View className="cell">
      <View className="grow">
        <View>
          {change.whose && <Text className="b">{change.whose} </Text>}
          {change.what}
          {change.as && `（${RESIDES_AS[change.as]}）`}
        </View>
        {(change.proof || change.words) && <View className="said mt4">{[change.proof, change.words].filter(Boolean).join('：')}</View>}
        <View className="cap">
          <Dated text={sayMoment(new Date(change.at), now)} /> · {change.byName}
        </View>
      </View>
    </View>
  );
}

type Open = 'add' | 'key' | 'holder' | StayLine | null;

/** 一户: who lives here, who did, and what was changed by whom (A1, A3). */
export default function HouseholdPage() {
  const now = useNow();
  const { id = '' } = useRouter().params;
  const asked = useAsked(() => api.household({ id }), id);
  const [open, setOpen] = useState<Open>(null);
  const close = () => {
    setOpen(null);
    void asked.again();
  };
  return (
    <Screen>
      <Shown asked={asked}>
        {(home) => (
          <>
            <View className="card">
              <View className="title">{home.label}</View>
              <View className="sub mt4">{[home.officeName, home.organisation, home.keyCustomer ? '重要客户' : ''].filter(Boolean).join(' · ')}</View>
            </View>
            <View className="sec">现在住这里</View>
            {home.now.length === 0 && <View className="sub">没有登记住户</View>}
            <View className="cells">
              {home.now.map((stay) => (
                <Press key={stay.id} id={`stay-${stay.id}`} className="cell" onPress={() => setOpen(stay)}>
                  <Stay stay={stay} now={now} />
                  <Icon name="right" />
                </Press>
              ))}
            </View>
            {home.mayEnter && (
              <View className="mt16">
                <Button id="go-add" look="main" onPress={() => setOpen('add')}>
                  登记谁住进来
                </Button>
              </View>
            )}
            <View className="cells mt12">
              {home.mayEnter && (
                <Press id="go-holder" className="cell" onPress={() => setOpen('holder')}>
                  <View className="grow">所属单位</View>
                  <Text className="sub">{home.organisation ?? '没有'}</Text>
                  <Icon name="right" />
                </Press>
              )}
              {home.mayKey && (
                <Press id="go-key" className="cell" onPress={() => setOpen('key')}>
                  <View className="grow">重要客户</View>
                  <Text className="sub">{home.keyCustomer ? '是' : '不是'}</Text>
                  <Icon name="right" />
                </Press>
              )}
            </View>
            {home.before.length > 0 && <View className="sec">以前住过</View>}
            <View className="cells">
              {home.before.map((stay) => (
                <View key={stay.id} className="cell">
                  <Stay stay={stay} now={now} />
                </View>
              ))}
            </View>
            {home.changes.length > 0 && <View className="sec">改过什么</View>}
            <View className="cells">
              {home.changes.map((change) => (
                <Change key={change.id} change={change} now={now} />
              ))}
            </View>
            {open === 'add' && <AddSheet home={home} now={now} onClose={close} />}
            {open === 'key' && <KeySheet home={home} onClose={close} />}
            {open === 'holder' && <HolderSheet home={home} onClose={close} />}
            {open !== null && typeof open === 'object' && <StaySheet key={open.id} home={home} stay={open} now={now} onClose={close} />}
          </>
        )}
      </Shown>
    </Screen>
  );
}
