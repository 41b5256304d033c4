import { useDidHide } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { pauseQueue, useQueue } from './kernel/queue.ts';
import './app.scss';

export default function App({ children }: PropsWithChildren) {
  useQueue();
  useDidHide(pauseQueue);
  return children;
}
