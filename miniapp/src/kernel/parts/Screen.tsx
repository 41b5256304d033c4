import { View } from '@tarojs/components';
import type { CSSProperties, PropsWithChildren, ReactNode } from 'react';
import { STACKS_FROM, useScale } from '../scale.ts';
import { IN_WECHAT } from '../wechat.ts';
import { Offline } from './Offline.tsx';
import { PrivacyDialog } from './PrivacyDialog.tsx';

/** A page: what it says, and what stands at the bottom in reach of the thumb. */
export function Screen({ foot, listsHeld = false, children }: PropsWithChildren<{ foot?: ReactNode; listsHeld?: boolean }>) {
  const scale = useScale();
  return (
    <View className={`screen ${foot ? 'footed' : ''} ${scale >= STACKS_FROM ? 'x14' : ''}`} style={{ '--f': String(scale) } as CSSProperties}>
      <View className="page">
        <Offline lists={listsHeld} />
        {children}
      </View>
      {foot && <View className="foot">{foot}</View>}
      {IN_WECHAT && <PrivacyDialog />}
    </View>
  );
}
