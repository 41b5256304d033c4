import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { GuideEntry } from '../../../../shared/contract/guide.ts';
import { GUIDE_SECTIONS } from '../../../../shared/guide/sections.ts';
import { isoDay } from '../../../../shared/kernel/time.ts';
import { useNow } from '../../kernel/clock.ts';
import { useGuide } from '../../kernel/guide.ts';
import { sayDate } from '../../kernel/moments.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { GuideFind } from '../../kernel/parts/GuideFind.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { More } from '../../kernel/parts/More.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Segments } from '../../kernel/parts/Segments.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { EntrySheet } from './EntrySheet.tsx';
import { WriteSheet } from './WriteSheet.tsx';

const SHOWN = [
  { name: 'current', label: '现在的', id: 'show-current' },
  { name: 'withdrawn', label: '撤下的', id: 'show-withdrawn' },
] as const;

function Row({ entry, onPress }: { entry: GuideEntry; onPress: () => void }) {
  return (
    <Press id={`entry-${entry.id}`} className="cell" onPress={onPress}>
      <View className="grow">
        <View className="b">{entry.title}</View>
        <View className="said">{entry.words}</View>
        {entry.phone !== '' && <View className="sub">{entry.phone}</View>}
        <Text className="cap">
          {GUIDE_SECTIONS[entry.section]} · {entry.byName} <Dated text={sayDate(isoDay(new Date(entry.at)))} /> {entry.withdrawn ? '撤下的' : '写的'}
        </Text>
      </View>
      <Icon name="right" />
    </Press>
  );
}

/** 办事指南, kept: who wrote what when; the head of the service centre and the director write it (I12). */
export default function GuideKeepingPage() {
  const now = useNow();
  const [show, choose] = useState<'current' | 'withdrawn'>('current');
  const guide = useGuide(undefined, show);
  const { paged, q } = guide;
  const [reading, read] = useState<string | null>(null);
  const [isWriting, setWriting] = useState(false);
  const { value } = paged;
  const office = value?.offices.find((one) => one.id === value.officeId);
  const done = () => {
    read(null);
    setWriting(false);
    void paged.again();
  };
  const foot = office?.mayWrite && (
    <Button id="new-entry" look="main" onPress={() => setWriting(true)}>
      加一条
    </Button>
  );
  return (
    <Screen foot={foot}>
      <Segments items={SHOWN} chosen={show} onChoose={choose} />
      <View className="mt12" />
      <GuideFind guide={guide} />
      <Shown asked={paged}>
        {({ items, next }) => (
          <>
            {items.length === 0 && !next && (
              <Blank
                icon={q ? 'search' : 'mark'}
                title={q ? '没找到' : show === 'withdrawn' ? '没有撤下的' : '还没有办事指南'}
                note="服务中心负责人和主任可以写，写了住户马上看得到。"
              />
            )}
            <View className="cells mt12">
              {items.map((entry) => (
                <Row key={entry.id} entry={entry} onPress={() => read(entry.id)} />
              ))}
            </View>
            <More paged={paged} />
          </>
        )}
      </Shown>
      {reading && <EntrySheet key={reading} id={reading} now={now} onDone={done} onClose={() => read(null)} />}
      {isWriting && office && <WriteSheet officeId={office.id} onDone={done} onClose={() => setWriting(false)} />}
    </Screen>
  );
}
