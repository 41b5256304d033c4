import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';

interface Props {
  id?: string | undefined;
  className?: string;
  label?: string;
  role?: 'button' | 'radio' | 'checkbox' | 'switch' | 'tab' | 'link';
  checked?: boolean;
  off?: boolean;
  onPress: () => void;
}

/** Anything one can tap. */
export function Press({ id, className = '', label, role = 'button', checked, off = false, onPress, children }: PropsWithChildren<Props>) {
  return (
    <View
      {...(id ? { id } : {})}
      className={className}
      hoverClass="pressed"
      hoverStayTime={80}
      onClick={(event) => {
        event.stopPropagation();
        if (!off) onPress();
      }}
      {...{
        role,
        'aria-role': role,
        ...(label ? { 'aria-label': label } : {}),
        ...(checked === undefined ? {} : { 'aria-checked': checked }),
        ...(off ? { 'aria-disabled': true } : {}),
      }}
    >
      {children}
    </View>
  );
}
