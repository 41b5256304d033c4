import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { DemoForward } from '#demo';
import type { Output } from '../../../../shared/contract/client.ts';
import type { CallView, surveyCallRoutes } from '../../../../shared/contract/survey-calls.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useNow } from '../../kernel/clock.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { CallForm } from './CallForm.tsx';
import '../surveys.scss';

export type Calls = Output<(typeof surveyCallRoutes)['surveyCalls']>;

const STANDS: Record<CallView['stand'], string> = { waiting: '等着问', answered: '答过了', out_of_reach: '联系不上' };

/** One home of the list: who is asked now, who has answered, who could not be reached. */
function Home({ home, open, onChoose }: { home: CallView; open: boolean; onChoose: () => void }) {
  const { homeId, label, stand, standsIn, tries } = home;
  const mayCall = open && stand !== 'answered';
  const told = (
    <View className="grow">
      <View className="row tight wrap">
        <Text className="b">{label}</Text>
        <Text className={`tag ${stand === 'waiting' ? 'ours' : ''}`}>{STANDS[stand]}</Text>
      </View>
      {(tries > 0 || standsIn) && (
        <View className="sub">
          {[...(standsIn ? ['前面有联系不上的，按抽好的次序补上'] : []), ...(tries > 0 ? [`打过 ${tries} 次没人接`] : [])].join('；')}
        </View>
      )}
    </View>
  );
  if (!mayCall)
    return (
      <View id={`call-${homeId}`} className="cell">
        {told}
      </View>
    );
  return (
    <Press id={`call-${homeId}`} className="cell" role="link" onPress={onChoose}>
      {told}
      <Icon name="right" />
    </Press>
  );
}

function List({ calls, now, onChoose }: { calls: Calls; now: Date; onChoose: (home: CallView) => void }) {
  const { title, officeName, homes, waiting, answered, outOfReach, open, closesAt } = calls;
  return (
    <>
      <View className="lead survey-title">{title}</View>
      <View className="sub">{officeName}</View>
      <View className="card mt12" id="calls-counted">
        {waiting > 0 ? `还有 ${waiting} 户等着问，` : open && homes.length > 0 && '都问完了，'}
        {answered} 户答过了{outOfReach > 0 && `，${outOfReach} 户联系不上`}
        {open && closesAt && (
          <View className="sub">
            <Dated text={`${sayMoment(new Date(closesAt), now)} 截止`} />
          </View>
        )}
      </View>
      <View className="cap mt8">住户自己在手机上答过的，这里也算。只记哪一户答过，不记谁打的、答了什么。</View>
      {homes.length === 0 && <Blank title="还没有抽" note="先在调查里抽户发出。" />}
      <View className="cells mt12">
        {homes.map((home) => (
          <Home key={home.homeId} home={home} open={open} onChoose={() => onChoose(home)} />
        ))}
      </View>
    </>
  );
}

/** 打电话问: the homes the quality department calls, and what a household says on the phone (S12, S10). */
export default function SurveyCallsPage() {
  const { id = '' } = useRouter().params;
  const now = useNow();
  const asked = useAsked(() => api.surveyCalls({ id }), `calls ${id}`);
  const [chosen, choose] = useState<CallView | null>(null);
  const calls = asked.value;
  const back = async () => {
    choose(null);
    void Promise.resolve(Taro.pageScrollTo({ scrollTop: 0, duration: 0 })).catch(() => undefined);
    await asked.again();
  };
  if (calls && chosen) return <CallForm key={chosen.homeId} surveyId={id} calls={calls} home={chosen} onBack={back} />;
  return (
    <Screen>
      <Shown asked={asked}>{(found) => <List calls={found} now={now} onChoose={choose} />}</Shown>
      <DemoForward onForward={asked.again} />
    </Screen>
  );
}
