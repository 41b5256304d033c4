import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Found } from '../../../../shared/contract/search.ts';
import { countWords } from '../../../../shared/kernel/words.ts';
import { api } from '../../kernel/api.ts';
import { useNow } from '../../kernel/clock.ts';
import { usePages } from '../../kernel/pages.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chip } from '../../kernel/parts/Choice.tsx';
import { More } from '../../kernel/parts/More.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { SearchField } from '../../kernel/parts/SearchField.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { StandStill } from '../../kernel/parts/StandStill.tsx';
import { TicketRow } from '../../kernel/parts/TicketRow.tsx';
import { useRested } from '../../kernel/rested.ts';
import { codeOf, sayRefusal } from '../../kernel/say.ts';
import { useRecent } from './recent.ts';

function Hits({ found, now }: { found: Found; now: Date }) {
  return (
    <>
      <View id="looked-for" className="cap mt8">
        {found.lookedFor.join('、')}找
      </View>
      {found.items.length === 0 && !found.next && <Blank icon="search" title="没有找到" note="换几个字试试，或者写房号，比如 3-2-502。" />}
      {found.items.length === 0 && found.next && <Blank icon="search" title="最近的里面没有" note="还可以往更早的找。" />}
      <View className="mt8">
        {found.items.map((ticket) => (
          <TicketRow key={ticket.id} ticket={ticket} now={now} asStaff />
        ))}
      </View>
    </>
  );
}

/** 找一件事: by number, home, name, last four digits or words, newest first. */
export default function SearchPage() {
  const now = useNow();
  const [query, setQuery] = useState('');
  const q = useRested(query.trim());
  const isLong = countWords(q) >= 2;
  const paged = usePages(isLong ? (after) => api.search({ q, ...(after ? { after } : {}) }) : null, q);
  const { recent, remember, forget } = useRecent();
  const isRefused = paged.value === null && codeOf(paged.failed) === 'request/invalid';
  const done = () => {
    if (countWords(query.trim()) >= 2) remember(query.trim());
  };
  return (
    <Screen>
      <StandStill />
      <SearchField id="query" words={query} hint="编号、房号、姓名" focus onWrite={setQuery} onDone={done} />
      {!isLong && (
        <>
          <View id="search-hint" className="sub mt12">
            写编号、房号、住户姓名、手机后四位，或者说过的话。至少两个字。
          </View>
          {recent.length > 0 && (
            <>
              <View className="sec">最近找过</View>
              <View className="chips">
                {recent.map((one, index) => (
                  <Chip key={one} id={`recent-${index}`} on={false} onPress={() => setQuery(one)}>
                    {one}
                  </Chip>
                ))}
              </View>
              <View className="mt12">
                <Button id="forget-recent" look="plain" onPress={forget}>
                  清空最近找过的
                </Button>
              </View>
            </>
          )}
        </>
      )}
      {isLong && isRefused && <Blank icon="search" title={sayRefusal(paged.failed).title} />}
      {isLong && !isRefused && (
        <Shown asked={paged}>
          {(found) => (
            <>
              <Hits found={found} now={now} />
              <More paged={paged} label="再看更多" />
            </>
          )}
        </Shown>
      )}
    </Screen>
  );
}
