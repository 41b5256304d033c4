import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { ManualClause, ManualSource } from '../../../../shared/contract/manual.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { toManual, toPage } from '../../kernel/go.ts';
import { sayDate } from '../../kernel/moments.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { useNavigationBarTitle } from '../../kernel/title.ts';
import './clause.scss';
import { Rules } from './Rules.tsx';

const FIRST = 4;

function Words({ found }: { found: ManualClause }) {
  const { clause, chapter, words, office, on, today } = found;
  return (
    <View className="card">
      <View className="row tight wrap">
        <Text className="tag ours">{clause}</Text>
        <Text className="cap">{chapter}</Text>
      </View>
      <View className="clause-words mt8">{words}</View>
      <View className="cap mt8">
        {office.name} · {on === today ? '今天有效的' : `${sayDate(on)}的`}
      </View>
    </View>
  );
}

/** The company's own words with their document, or why the product decided it. */
function SourceOf({ source }: { source: ManualSource }) {
  return (
    <>
      <View className="sec">{source.own ? '本产品自定' : '公司文件的原话'}</View>
      <View className="card">
        {source.own ? (
          <View>{source.words}</View>
        ) : (
          <>
            <View className="quoted">{source.words}</View>
            <View className="sub mt8">
              《{source.document}》 {source.section}
            </View>
          </>
        )}
        {source.ours && <View className="mt12">本产品另定：{source.ours}</View>}
      </View>
    </>
  );
}

function Proven({ scenarios }: { scenarios: readonly string[] }) {
  const [isOpen, open] = useState(false);
  const shown = isOpen ? scenarios : scenarios.slice(0, FIRST);
  if (scenarios.length === 0) return null;
  return (
    <>
      <View className="sec">
        每次改动都验证<Text className="cap end">{scenarios.length} 条</Text>
      </View>
      <View className="cells">
        {shown.map((title) => (
          <View key={title} className="cell">
            <Icon name="check" />
            <View className="grow sub">{title}</View>
          </View>
        ))}
      </View>
      {scenarios.length > shown.length && (
        <Button id="all-scenarios" look="plain" onPress={() => open(true)}>
          看全部 {scenarios.length} 条
        </Button>
      )}
    </>
  );
}

function Seen({ screens, without }: { screens: ManualClause['screens']; without: string | null }) {
  return (
    <>
      <View className="sec">在哪一页</View>
      {without && <View className="strip quiet">{without}</View>}
      <View className="cells">
        {screens.map(({ page, title, opens }) =>
          opens ? (
            <Press key={page} id={`page-${page}`} role="link" className="cell" onPress={() => toPage(page)}>
              <View className="grow">{title}</View>
              <Icon name="right" />
            </Press>
          ) : (
            <View key={page} className="cell">
              <View className="grow">{title}</View>
              <Text className="cap">{page.startsWith('staff/') ? '从一件事进去' : '住户看的'}</Text>
            </View>
          ),
        )}
      </View>
    </>
  );
}

/** One clause of the manual: what it says, where it comes from, what runs it, what proves it, where it is seen. */
export default function ClausePage() {
  const { clause = '', officeId = '', on = '' } = useRouter().params;
  const asked = useAsked(() => api.manualClause({ clause, ...(officeId ? { officeId } : {}), ...(on ? { on } : {}) }), `${clause} ${officeId} ${on}`);
  useNavigationBarTitle(`公司手册 ${clause}`);
  return (
    <Screen>
      <Shown asked={asked}>
        {(found) => (
          <>
            <Words found={found} />
            <SourceOf source={found.source} />
            {found.withoutRows && <View className="strip lake-strip mt12">{found.withoutRows}</View>}
            <Rules rows={found.rows} />
            <Proven scenarios={found.scenarios} />
            <Seen screens={found.screens} without={found.withoutScreen} />
            <View className="mt20">
              <Button id="whole-manual" look="line" icon="list" onPress={() => toManual(officeId)}>
                看整本手册
              </Button>
            </View>
          </>
        )}
      </Shown>
    </Screen>
  );
}
