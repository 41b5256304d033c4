import type { PropsWithChildren } from 'react';
import { Icon } from './Icon.tsx';
import { Press } from './Press.tsx';

interface Props {
  id?: string;
  /** main is the one filled button of a screen. */
  look?: 'main' | 'red' | 'line' | 'plain' | '';
  size?: 'small' | 'big' | 'wide' | '';
  icon?: string;
  busy?: boolean;
  className?: string;
  onPress: () => void;
}

export function Button({ id, look = '', size = '', icon, busy = false, className = '', onPress, children }: PropsWithChildren<Props>) {
  return (
    <Press id={id} className={`btn ${look} ${size} ${busy ? 'busy' : ''} ${className}`} off={busy} onPress={onPress}>
      {icon && <Icon name={icon} />}
      {busy && look === 'main' ? '正在提交…' : children}
    </Press>
  );
}
