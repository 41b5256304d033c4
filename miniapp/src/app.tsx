import { useDidHide } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { keepPrivacy } from './kernel/privacy.ts';
import { pauseQueue, useQueue } from './kernel/queue.ts';
import './app.scss';

keepPrivacy();

export default function App({ children }: PropsWithChildren) {
  useQueue();
  useDidHide(pauseQueue);
  return children;
}
