import { View } from '@tarojs/components';
import { useEffect, useRef } from 'react';
import { intoView } from '../into-view.ts';
import { sayRefusal } from '../say.ts';
import { Icon } from './Icon.tsx';

interface Props {
  refused: unknown;
  /** Said instead of what the refusal says by itself. */
  lead?: string;
  kept?: string;
}

/** What went wrong, what to do, and that nothing is lost. Wherever in its form it stands, it comes into view, and is read out. */
export function Refusal({ refused, lead, kept = '您填的都还在' }: Props) {
  const shown = useRef(null);
  useEffect(() => {
    if (refused) intoView(shown.current, '#refusal');
  }, [refused]);
  if (!refused) return null;
  const { title, detail } = sayRefusal(refused);
  return (
    <View ref={shown} className="strip danger mt12" {...{ role: 'alert' }} id="refusal">
      <Icon name="alert" />
      <View className="grow">
        <View className="b">{lead ?? title}</View>
        {!lead && detail && <View>{detail}</View>}
        {kept && !title.includes('都还在') && <View>{kept}</View>}
      </View>
    </View>
  );
}
