import { Text, View } from '@tarojs/components';
import { Press } from './Press.tsx';

interface Props {
  id: string;
  /** What is counted, for whoever does not see it. */
  label: string;
  many: number;
  least: number;
  most: number;
  onChange: (many: number) => void;
}

/** How many, one more or one less at a tap. */
export function Stepper({ id, label, many, least, most, onChange }: Props) {
  return (
    <View className="stepper">
      <Press id={`less-${id}`} className="step" label={`少一个：${label}`} off={many <= least} onPress={() => onChange(many - 1)}>
        −
      </Press>
      <Text className="many">{many}</Text>
      <Press id={`more-${id}`} className="step" label={`多一个：${label}`} off={many >= most} onPress={() => onChange(many + 1)}>
        +
      </Press>
    </View>
  );
}
