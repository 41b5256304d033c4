import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { DemoForward } from '#demo';
import type { SurveyHomeLine } from '../../../../shared/contract/survey-paper.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useNow } from '../../kernel/clock.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { toPrint, toTypeSheet } from '../go.ts';
import { HomeSheet } from './HomeSheet.tsx';
import { Homes } from './Homes.tsx';
import type { Paper } from './work.ts';
import '../surveys.scss';

const PARTS = { ticks: '这次您勾户；录入要另一位同事来', types: '这次您录入；勾户要另一位同事来' } as const;

/** How far the sheets are, and who does what of them. */
function Count({ paper }: { paper: Paper }) {
  const { ticked, typed, missing, toTick, part } = paper;
  return (
    <View className="card mt12" id="sheets">
      <View className="row wrap">
        <View className="grow">
          勾了 <Text className="b nw">{ticked} 户</Text>，录入 <Text className="b nw">{typed} 份</Text>
        </View>
        <Text className="b nw" id="untyped">
          {missing > 0 ? `还差 ${missing} 份没录入` : ticked > 0 ? '都录入了' : '还没有勾'}
        </Text>
      </View>
      <View className="sub mt8">
        一位同事只勾哪一户交了，另一位只录入答了什么，谁也对不上是哪一户。电话里问的也一样：边问边写在纸表上，写好了再勾、再录入。
      </View>
      {toTick > 0 && (
        <View className="sub mt8" id="to-tick">
          <Text className="b nw">再勾 {toTick} 户</Text>才能{typed > 0 ? '接着' : ''}录入：几户一批，对不上是哪一户。
        </View>
      )}
      {part && (
        <View className="strip quiet mt12" id="part">
          <Icon name="lock" />
          <View className="grow">{PARTS[part]}</View>
        </View>
      )}
    </View>
  );
}

/** Which homes stand in for which, why and who said so (Z5). */
function Replaced({ replaced, now }: Pick<Paper, 'replaced'> & { now: Date }) {
  if (replaced.length === 0) return null;
  return (
    <>
      <View className="sec">换过的户</View>
      <View className="cells" id="replaced">
        {replaced.map(({ label, instead, reason, at, byName }) => (
          <View key={label} className="cell">
            <View className="grow">
              <View>
                {label} 换成 <Text className="b">{instead}</Text>
              </View>
              <View className="cap">
                {reason} · {byName} · <Dated text={sayMoment(new Date(at), now)} />
              </View>
            </View>
          </View>
        ))}
      </View>
    </>
  );
}

/** 纸表和电话: which homes' sheets came back, how many were typed, which homes were replaced (S3, Z5). */
export default function PaperPage() {
  const { id = '' } = useRouter().params;
  const now = useNow();
  const asked = useAsked(() => api.surveyPaper({ id }), `paper ${id}`);
  const [turn, setTurn] = useState(0);
  const [home, choose] = useState<SurveyHomeLine | null>(null);
  const [said, say] = useState('');
  const done = async (words: string) => {
    choose(null);
    say(words);
    await asked.again();
    setTurn(turn + 1);
  };
  const paper = asked.value;
  const types = paper?.actions.includes('typeSheet') && paper.part !== 'ticks' && paper.missing > 0 && paper.toTick === 0;
  return (
    <Screen
      foot={
        types && (
          <Button id="go-type" look="main" onPress={() => toTypeSheet(id)}>
            录入一份纸表
          </Button>
        )
      }
    >
      <Shown asked={asked}>
        {(found) => (
          <>
            <View className="lead survey-title">{found.title}</View>
            <View className="sub">{found.officeName}</View>
            <Count paper={found} />
            <View className="cells mt12">
              <Press id="go-print" className="cell" role="link" onPress={() => toPrint(id)}>
                <Text className="grow">看意见表，在电脑上打印</Text>
                <Icon name="right" />
              </Press>
            </View>
            {said !== '' && (
              <View className="row tight mt12" id="done">
                <Icon name="check" />
                <View className="grow">{said}</View>
              </View>
            )}
            <Homes id={id} paper={found} turn={turn} onChoose={choose} />
            <Replaced replaced={found.replaced} now={now} />
          </>
        )}
      </Shown>
      {home && paper && (
        <HomeSheet id={id} home={home} actions={paper.actions} types={paper.part === 'types'} onDone={done} onClose={() => choose(null)} />
      )}
      <DemoForward onForward={asked.again} />
    </Screen>
  );
}
