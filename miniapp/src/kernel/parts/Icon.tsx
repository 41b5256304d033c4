import { View } from '@tarojs/components';

/** One of the design's own icons, in the colour of the text around it. */
export function Icon({ name, className = '' }: { name: string; className?: string }) {
  return <View className={`ic ic-${name} ${className}`} aria-hidden />;
}
