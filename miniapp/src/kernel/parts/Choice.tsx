import { Text, View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { Press } from './Press.tsx';

/** A chip to choose among a few. */
export function Chip({ id, on, onPress, children }: PropsWithChildren<{ id?: string; on: boolean; onPress: () => void }>) {
  return (
    <Press id={id} className={`chip ${on ? 'on' : ''}`} role="radio" checked={on} onPress={onPress}>
      {children}
    </Press>
  );
}

interface ChipsProps<Name extends string> {
  /** What the name of each is found by: `id-name`. */
  id: string;
  items: readonly { name: Name; label: string }[];
  chosen: Name | null | undefined;
  className?: string;
  onChoose: (name: Name) => void;
}

/** One among a few, each a chip. */
export function Chips<Name extends string>({ id, items, chosen, className = '', onChoose }: ChipsProps<Name>) {
  return (
    <View className={`chips ${className}`}>
      {items.map((one) => (
        <Chip key={one.name} id={`${id}-${one.name}`} on={one.name === chosen} onPress={() => onChoose(one.name)}>
          {one.label}
        </Chip>
      ))}
    </View>
  );
}

/** What can be chosen, of names and what they are called. */
export const choicesOf = <Name extends string>(labels: Readonly<Record<Name, string>>): { name: Name; label: string }[] =>
  (Object.keys(labels) as Name[]).map((name) => ({ name, label: labels[name] }));

/** A card to choose, with what it means below its name. */
export function Pick({ id, on, title, note, onPress }: { id?: string; on: boolean; title: ReactNode; note: string; onPress: () => void }) {
  return (
    <Press id={id} className={`pick grow ${on ? 'on' : ''}`} role="radio" checked={on} onPress={onPress}>
      <View className="radio" />
      <View className="grow">
        <View className="b">{title}</View>
        <Text className="sub">{note}</Text>
      </View>
    </Press>
  );
}
