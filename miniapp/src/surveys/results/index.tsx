import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { DemoForward } from '#demo';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { toLetter } from '../../kernel/go.ts';
import { usePages } from '../../kernel/pages.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { More } from '../../kernel/parts/More.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { codeOf } from '../../kernel/say.ts';
import { useNavigationBarTitle } from '../../kernel/title.ts';
import { toDocuments } from '../go.ts';
import { Results } from '../Results.tsx';
import { TableOf } from './TableOf.tsx';
import '../surveys.scss';

/** What households wrote, in no order and under no name; for colleagues (Z4). */
function Words({ id, unit }: { id: string; unit: '户' | '人' }) {
  const paged = usePages((after) => api.surveyWords(after ? { id, after } : { id }), `words ${id}`);
  return (
    <>
      <View className="sec">{unit === '人' ? '同事' : '住户'}写了什么</View>
      <View className="cap">不记名，也不按先后；只给{unit === '人' ? '办这件事的人' : '同事'}看</View>
      <Shown asked={paged}>
        {({ items, withheld }) => (
          <View className="cells mt8" id="words">
            {items.length === 0 && <View className="cell sub">{withheld ?? '没有人写'}</View>}
            {items.map(({ words }, index) => (
              <View key={`${index} ${words}`} className="cell said">
                {words}
              </View>
            ))}
            <More paged={paged} />
          </View>
        )}
      </Shown>
    </>
  );
}

/** 满意率结果: to the households it went to once it is published, to colleagues once it is over (S3, S4). */
export default function ResultsPage() {
  const { id = '', as = '' } = useRouter().params;
  const asked = useAsked(() => api.surveyResults({ id }), `results ${id}`);
  useNavigationBarTitle(asked.value?.unit === '人' ? '员工需求普查的结果' : null);
  const isEarly = codeOf(asked.failed) === 'surveys/not-yet';
  return (
    <Screen>
      {isEarly && <Blank title="结果还没有出来" note="截止、统计以后，在这里看。" />}
      {!isEarly && (
        <Shown asked={asked}>
          {(found) => (
            <>
              <View className="lead survey-title">{found.title}</View>
              <View className="sub">
                {found.officeName} · {found.says}
              </View>
              <Results found={found} />
              {found.lettered && (
                <View className="cells mt12">
                  <Press id="go-letter" className="cell" role="link" onPress={() => toLetter(id)}>
                    <Text className="grow b">公开信：您说了，我们做了</Text>
                    <Icon name="right" />
                  </Press>
                </View>
              )}
              {found.unit === '人' && (
                <View className="cells mt12">
                  <Press id="go-documents" className="cell" role="link" onPress={toDocuments}>
                    <Text className="grow b">您提了，公司这样答</Text>
                    <Icon name="right" />
                  </Press>
                </View>
              )}
              {as === 'staff' && <TableOf found={found} />}
              {as === 'staff' && <Words id={id} unit={found.unit} />}
            </>
          )}
        </Shown>
      )}
      <DemoForward onForward={asked.again} />
    </Screen>
  );
}
