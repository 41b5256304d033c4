import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { type IntakeHome, MAX_NAME } from '../../../../shared/contract/intake.ts';
import { countWords } from '../../../../shared/kernel/words.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chip, Pick } from '../../kernel/parts/Choice.tsx';
import { Field } from '../../kernel/parts/Field.tsx';
import { SearchField } from '../../kernel/parts/SearchField.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { useRested } from '../../kernel/rested.ts';
import type { PartProps } from './draft.ts';

/** Whom a query meant: the one resident of that name or those four last digits. */
const meantBy = (home: IntakeHome, q: string) => {
  const some = home.residents.filter((one) => one.name === q || (/^\d{4}$/.test(q) && one.phone.endsWith(q)));
  return some.length === 1 ? some[0]! : null;
};

function Found({ q, onChoose }: { q: string; onChoose: (home: IntakeHome, personId: string | null) => void }) {
  const asked = useAsked(() => api.intakeHomes({ q }), q);
  const only = asked.value?.items.length === 1 ? asked.value.items[0]! : null;
  useEffect(() => {
    if (only && !only.own) onChoose(only, meantBy(only, q)?.id ?? null);
  }, [only]);
  return (
    <Shown asked={asked}>
      {({ items }) => (
        <>
          {items.length === 0 && <View className="sub">没有找到这个房屋，换一种写法，比如 3-2-502。</View>}
          {items.map((home) => (
            <Pick
              key={home.id}
              id={`home-${home.id}`}
              on={false}
              title={home.label}
              note={home.own ? '您自己家：请用住户的身份报' : [home.officeName, ...home.residents.map((one) => one.name)].join(' · ')}
              onPress={() => !home.own && onChoose(home, meantBy(home, q)?.id ?? null)}
            />
          ))}
        </>
      )}
    </Shown>
  );
}

function Who({ draft, home, wrong, onWrite }: PartProps & { home: IntakeHome }) {
  return (
    <>
      {home.residents.length > 0 && <View className={`label ${wrong('personId') || wrong('name') ? 'wrong' : ''}`}>谁说的</View>}
      {home.residents.length > 0 && (
        <View className="chips">
          {home.residents.map((one) => (
            <Chip
              key={one.id}
              id={`person-${one.id}`}
              on={one.id === draft.personId}
              onPress={() => onWrite({ personId: one.id, other: false, name: '' })}
            >
              {one.name} <Text className="nw">{one.phone}</Text>
            </Chip>
          ))}
          <Chip id="person-other" on={draft.other} onPress={() => onWrite({ personId: null, other: true })}>
            别的人
          </Chip>
        </View>
      )}
      {(draft.other || home.residents.length === 0) && (
        <Field
          id="name"
          label={home.residents.length > 0 ? '怎么称呼' : '谁说的，怎么称呼'}
          words={draft.name}
          hint="只记称呼，不记号码"
          max={MAX_NAME}
          wrong={wrong('name') ? '请写' : undefined}
          onWrite={(name) => onWrite({ name })}
        />
      )}
    </>
  );
}

/** Which home, and who of it: found by its number, a name or four last digits; the only one found is taken at once. */
export function WhoseHome({ byName, ...part }: PartProps & { byName: boolean }) {
  const { draft, wrong, onWrite } = part;
  const [query, setQuery] = useState('');
  const q = useRested(query.trim());
  if (draft.home)
    return (
      <>
        <View className="card row tight mt8" id="home-chosen">
          <View className="grow">
            <View className="lead">{draft.home.label}</View>
            <View className="sub">
              {draft.home.officeName}
              {draft.home.keyCustomer ? ' · 重要客户' : ''}
            </View>
          </View>
          <Button id="other-home" size="small" onPress={() => onWrite({ home: null, personId: null, other: false, name: '' })}>
            换一户
          </Button>
        </View>
        <Who {...part} home={draft.home} />
      </>
    );
  return (
    <>
      <View className={`label ${wrong('homeId') ? 'wrong' : ''}`}>哪一户</View>
      <SearchField id="home-query" words={query} hint={byName ? '房号、姓名、手机后四位' : '房号，比如 3-2-502'} focus onWrite={setQuery} />
      {countWords(q) >= 2 && <Found q={q} onChoose={(home, personId) => onWrite({ home, personId, other: false, name: '' })} />}
    </>
  );
}
