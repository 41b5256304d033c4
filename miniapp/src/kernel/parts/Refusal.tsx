import { View } from '@tarojs/components';
import { useEffect, useRef } from 'react';
import { intoView } from '../into-view.ts';
import { sayRefusal } from '../say.ts';
import { Icon } from './Icon.tsx';

/** What went wrong, what to do, and that nothing is lost. Wherever in its form it stands, it comes into view, and is read out. */
export function Refusal({ refused, kept = '您填的都还在' }: { refused: unknown; kept?: string }) {
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
        <View className="b">{title}</View>
        {detail && <View>{detail}</View>}
        {kept && !title.includes('都还在') && <View>{kept}</View>}
      </View>
    </View>
  );
}
