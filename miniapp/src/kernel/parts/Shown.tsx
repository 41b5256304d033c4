import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import type { Asked } from '../ask.ts';
import { useNow } from '../clock.ts';
import { isShut } from '../say.ts';
import { Failed } from './Failed.tsx';
import { Press } from './Press.tsx';
import { Waiting } from './Waiting.tsx';

/** An answer once it has come; until then its shape, or why it did not. What is shown stays when a later try fails, unless it is not theirs to see. */
export function Shown<T>({ asked, children }: { asked: Asked<T>; children: (value: T) => ReactNode }) {
  const { value, failed, keptAt, again } = asked;
  const now = useNow();
  if (value === null || isShut(failed)) return failed ? <Failed failed={failed} onAgain={again} /> : <Waiting />;
  return (
    <>
      {failed ? (
        <Press className="strip quiet stale" onPress={again}>
          <View className="grow">现在连不上，下面是{keptAt ? `${sayMoment(keptAt, now)} 的` : '刚才的'}。点这里再试一次</View>
        </Press>
      ) : null}
      {children(value)}
    </>
  );
}
