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
