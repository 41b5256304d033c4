import { Text, View } from '@tarojs/components';
import type { CSSProperties } from 'react';
import type { AnalysisBar } from '../../../../shared/contract/analysis.ts';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';

interface Props {
  id: string;
  title: string;
  note?: string;
  bars: readonly AnalysisBar[];
  onOpen: (bar: AnalysisBar) => void;
}

/** Counts as bars in per cent of the month from zero, the value beside; too few to say a share are counted only. */
export function Bars({ id, title, note = '', bars, onOpen }: Props) {
  if (bars.length === 0) return null;
  return (
    <>
      <View className="sec">
        {title}
        {note && <Text className="cap end">{note}</Text>}
      </View>
      <View className="cells">
        {bars.map((bar) => (
          <Press
            key={bar.name}
            id={`${id}-${bar.name}`}
            className="cell"
            role="link"
            label={`${bar.label} ${bar.count} 件，打开`}
            onPress={() => onOpen(bar)}
          >
            <View className="grow">
              <View>{bar.label}</View>
              {bar.percent !== null && (
                <View className="analysis-bar mt4">
                  <View className="analysis-bar-part" style={{ width: `${bar.percent}%` } as CSSProperties} />
                </View>
              )}
            </View>
            {bar.percent !== null && <Text className="sub nw">{bar.percent}%</Text>}
            <Text className="b nw">{bar.count} 件</Text>
            <Icon name="right" />
          </Press>
        ))}
      </View>
    </>
  );
}
