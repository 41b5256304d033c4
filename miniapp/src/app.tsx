import type { PropsWithChildren } from 'react';
import { keepPrivacy } from './kernel/privacy.ts';
import './app.scss';

keepPrivacy();

export default function App({ children }: PropsWithChildren) {
  return children;
}
