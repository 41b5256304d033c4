import { Text, View } from '@tarojs/components';
import { useEffect } from 'react';
import { DemoForward } from '#demo';
import type { NeedsSurveyLine } from '../../../../shared/contract/needs.ts';
import { api } from '../../kernel/api.ts';
import { toNeeds } from '../../kernel/go.ts';
import { usePages } from '../../kernel/pages.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { More } from '../../kernel/parts/More.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { forgetAnswersOf } from '../answer/draft.ts';
import { toResults } from '../go.ts';
import { MINE } from '../needs-answer/mine.ts';

function Row({ line: { id, stand, title, says } }: { line: NeedsSurveyLine }) {
  return (
    <Press id={`needs-${id}`} className="cell" role="link" onPress={() => void (stand === 'published' ? toResults(id) : toNeeds(id))}>
      <View className="grow">
        <Text className="b">{title}</Text>
        <View className="sub">
          <Dated text={says} />
        </View>
      </View>
      <Icon name="right" />
    </Press>
  );
}

/** 员工需求普查: what this colleague is asked, and what came of it (S11). */
export default function NeedsPage() {
  const paged = usePages((after) => api.needsSurveys(after ? { after } : {}), 'needs');
  const items = paged.value?.items ?? [];
  useEffect(() => {
    for (const { id, stand } of items) if (stand !== 'open') forgetAnswersOf(id, MINE);
  }, [paged.value]);
  const parts = [
    { title: '等您答', lines: items.filter(({ stand }) => stand === 'open'), look: 'yours' },
    { title: '以前的', lines: items.filter(({ stand }) => stand !== 'open'), look: 'cells' },
  ];
  return (
    <Screen>
      <Shown asked={paged}>
        {() => (
          <>
            {items.length === 0 && <Blank title="还没有发给您的普查" note="每年问一次，发给您时，消息里会告诉您。" />}
            {parts.map(
              ({ title, lines, look }) =>
                lines.length > 0 && (
                  <View key={title}>
                    <View className="sec">{title}</View>
                    <View className={look}>
                      {lines.map((line) => (
                        <Row key={line.id} line={line} />
                      ))}
                    </View>
                  </View>
                ),
            )}
            <More paged={paged} />
          </>
        )}
      </Shown>
      <DemoForward onForward={paged.again} />
    </Screen>
  );
}
