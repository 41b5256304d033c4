import { View } from '@tarojs/components';
import { Press } from './Press.tsx';
import { UnreadDot } from './UnreadDot.tsx';

interface Props<Name extends string> {
  items: readonly { name: Name; label: string; id?: string; dot?: boolean; plum?: boolean }[];
  chosen: Name;
  onChoose: (name: Name) => void;
}

/** Three tabs at most. */
export function Segments<Name extends string>({ items, chosen, onChoose }: Props<Name>) {
  return (
    <View className="segments">
      {items.map((item) => (
        <Press
          key={item.name}
          id={item.id}
          role="tab"
          className={`segment ${item.plum ? 'plum' : ''} ${item.name === chosen ? 'on' : ''}`}
          checked={item.name === chosen}
          onPress={() => onChoose(item.name)}
        >
          {item.label}
          {item.dot && <UnreadDot />}
        </Press>
      ))}
    </View>
  );
}
