import { Text, View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import type { GuideEntry } from '../../../../shared/contract/guide.ts';
import { call } from '../go.ts';
import { Icon } from './Icon.tsx';
import { Press } from './Press.tsx';
import './guide-cells.scss';

interface Props {
  items: readonly GuideEntry[];
  /** What else stands below an opened answer. */
  below?: (entry: GuideEntry) => ReactNode;
}

/** Entries of the guide: each opens where it stands, and a number is dialled with one tap. */
export function GuideCells({ items, below }: Props) {
  const [open, setOpen] = useState<string[]>([]);
  const turn = (id: string) => setOpen(open.includes(id) ? open.filter((one) => one !== id) : [...open, id]);
  return (
    <View className="cells">
      {items.map((entry) => {
        const isOpen = open.includes(entry.id);
        return (
          <View key={entry.id} className="cell">
            <View className="grow">
              <Press id={`guide-${entry.id}`} className="row tight guide-title" onPress={() => turn(entry.id)}>
                <View className="b grow">{entry.title}</View>
                {isOpen ? <Text className="cap nw">收起</Text> : <Icon name="down" className="little-ic" />}
              </Press>
              {isOpen && <View className="said mt4">{entry.words}</View>}
              {entry.phone !== '' && (
                <Press id={`dial-${entry.id}`} className="link" label={`打电话 ${entry.phone}`} onPress={() => call(entry.phone)}>
                  <Icon name="phone" />
                  <Text className="nw">{entry.phone}</Text>
                </Press>
              )}
              {isOpen && below?.(entry)}
            </View>
          </View>
        );
      })}
    </View>
  );
}
