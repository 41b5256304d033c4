import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { Chips } from '../../kernel/parts/Choice.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import type { PartProps } from './draft.ts';
import { WhoseHome } from './WhoseHome.tsx';

const SAID = [
  { name: 'named', label: '说了是谁' },
  { name: 'unnamed', label: '没说是谁' },
] as const;

/** Which estate it was said or found at, where nobody said who they are; the only one is taken at once. */
function WhichEstate({ draft, wrong, onWrite }: PartProps) {
  const asked = useAsked(() => api.intakeHomes({}), 'estates');
  const offices = asked.value?.offices ?? [];
  const only = offices.length === 1 ? offices[0]!.id : null;
  useEffect(() => {
    if (only && draft.officeId !== only) onWrite({ officeId: only });
  }, [only]);
  return (
    <Shown asked={asked}>
      {() => (
        <>
          <View className={`label ${wrong('officeId') ? 'wrong' : ''}`}>哪个小区</View>
          <Chips
            id="estate"
            items={offices.map((one) => ({ name: one.id, label: one.name }))}
            chosen={draft.officeId ?? ''}
            onChoose={(officeId) => onWrite({ officeId })}
          />
        </>
      )}
    </Shown>
  );
}

/** Whom it is from: somebody of a home, or nobody says who; then nobody is called, asked or told, and it runs all the same. */
export function WhoSaid(part: PartProps) {
  const { draft, onWrite } = part;
  return (
    <>
      <Chips
        id="whose"
        className="mt8"
        items={SAID}
        chosen={draft.unnamed ? 'unnamed' : 'named'}
        onChoose={(one) => onWrite({ unnamed: one === 'unnamed' })}
      />
      {draft.unnamed ? (
        <>
          <WhichEstate {...part} />
          <View className="cap mt8" id="unnamed-note">
            不记是哪一户，也不回访；答复期限照样算，怎么答复的要记下来。
          </View>
        </>
      ) : (
        <WhoseHome {...part} byName />
      )}
    </>
  );
}
