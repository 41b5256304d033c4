import { View } from '@tarojs/components';
import type { ComponentProps, PropsWithChildren } from 'react';
import { Writing } from './Writing.tsx';

/** A framed place to write, ringed where something is missing. */
export function Area({ wrong = false, children, ...writing }: PropsWithChildren<ComponentProps<typeof Writing> & { wrong?: boolean }>) {
  return (
    <View className={`area ${wrong ? 'wrong' : ''}`}>
      <Writing {...writing} />
      {children}
    </View>
  );
}
