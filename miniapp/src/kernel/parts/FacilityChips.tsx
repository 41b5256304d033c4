import { View } from '@tarojs/components';
import { api } from '../api.ts';
import { useAsked } from '../ask.ts';
import { Chip } from './Choice.tsx';

const SHOWN = 6;

interface Props {
  officeId: string;
  /** What is written so far: only names that go with it are offered. */
  words: string;
  label?: string;
  onChoose: (name: string) => void;
}

/** The public facilities of an estate by their names, at a tap; nothing while none is named. */
export function FacilityChips({ officeId, words, label, onChoose }: Props) {
  const { value } = useAsked(officeId ? () => api.facilities({ officeId }) : null, officeId);
  const said = words.trim();
  const named = (value?.items ?? []).filter((one) => said === '' || one.name.includes(said) || said.includes(one.name));
  if (named.length === 0) return null;
  return (
    <>
      {label && <View className="label">{label}</View>}
      <View className="chips mt8">
        {named.slice(0, SHOWN).map((one, index) => (
          <Chip key={one.id} id={`facility-${index}`} on={one.name === said} onPress={() => onChoose(one.name)}>
            {one.name}
          </Chip>
        ))}
      </View>
    </>
  );
}
