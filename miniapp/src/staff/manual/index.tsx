import { Picker, Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { Manual } from '../../../../shared/contract/manual.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { toClause } from '../../kernel/go.ts';
import { sayDate } from '../../kernel/moments.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { SearchField } from '../../kernel/parts/SearchField.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import './manual.scss';

/** The chapters with the clauses in which every one of these words stands; chapters left empty fall away. */
function chaptersWith(manual: Manual, sought: string): Manual['chapters'] {
  const words = sought.toLowerCase().split(/\s+/);
  const has = (text: string) => words.every((word) => text.includes(word));
  return manual.chapters
    .map((chapter) => ({
      ...chapter,
      clauses: chapter.clauses.filter((one) => has(`${one.clause} ${chapter.title} ${one.words} ${one.terms}`.toLowerCase())),
    }))
    .filter((chapter) => chapter.clauses.length > 0);
}

interface ReadAt {
  manual: Manual;
  onOffice: (id: string) => void;
  onDay: (day: string) => void;
}

/** Whose manual, and of which day. */
function ReadAt({ manual, onOffice, onDay }: ReadAt) {
  const { office, offices, on, today, beginning } = manual;
  return (
    <View className="row wrap tight">
      {offices.length > 1 ? (
        <Picker
          mode="selector"
          range={offices.map((one) => one.name)}
          value={offices.findIndex((one) => one.id === office.id)}
          onChange={(event) => onOffice(offices[Number(event.detail.value)]?.id ?? office.id)}
        >
          <View id="choose-office" className="chip on">
            {office.name}
            <Icon name="down" />
          </View>
        </Picker>
      ) : (
        <Text className="b">{office.name}</Text>
      )}
      <Picker mode="date" value={on} start={beginning} onChange={(event) => onDay(event.detail.value)}>
        <View id="choose-day" className={`chip ${on === today ? '' : 'on'}`}>
          {on === today ? '今天的' : sayDate(on)}
          <Icon name="calendar" />
        </View>
      </Picker>
      {on !== today && (
        <Press id="to-today" className="link" onPress={() => onDay(today)}>
          回到今天
        </Press>
      )}
    </View>
  );
}

/** 公司手册: every clause the product runs, by chapter, as it stands for one office on one day. */
export default function ManualPage() {
  const { params } = useRouter();
  const [officeId, chooseOffice] = useState(params.officeId ?? '');
  const [on, chooseDay] = useState(params.on ?? '');
  const [sought, seek] = useState('');
  const asked = useAsked(() => api.manual({ ...(officeId ? { officeId } : {}), ...(on ? { on } : {}) }), `${officeId} ${on}`);
  return (
    <Screen>
      <Shown asked={asked}>
        {(manual) => {
          const chapters = chaptersWith(manual, sought.trim());
          const isToday = manual.on === manual.today;
          return (
            <>
              <ReadAt manual={manual} onOffice={chooseOffice} onDay={(day) => chooseDay(day === manual.today ? '' : day)} />
              <View className="mt12">
                <SearchField id="find" words={sought} hint="R3、漏水、回访、主任" onWrite={seek} />
              </View>
              {chapters.length === 0 && (
                <Blank icon="search" title="手册里没找到" note="换个说法再找，或者看全部。这里只有产品已经在执行的条文。">
                  <View className="mt20">
                    <Button id="see-all" look="line" onPress={() => seek('')}>
                      看全部
                    </Button>
                  </View>
                </Blank>
              )}
              {chapters.map((chapter) => (
                <View key={chapter.letter}>
                  <View className="sec">{chapter.title}</View>
                  <View className="cells">
                    {chapter.clauses.map(({ clause, words }) => (
                      <Press
                        key={clause}
                        id={`clause-${clause}`}
                        role="link"
                        className="cell found-clause"
                        onPress={() => toClause(clause, manual.office.id, isToday ? '' : manual.on)}
                      >
                        <Text className="clause">{clause}</Text>
                        <View className="grow">{words}</View>
                        <Icon name="right" />
                      </Press>
                    ))}
                  </View>
                </View>
              ))}
            </>
          );
        }}
      </Shown>
    </Screen>
  );
}
