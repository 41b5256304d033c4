import { Text } from '@tarojs/components';

export function UrgencyTag({ urgency }: { urgency: 'urgent' | 'general' }) {
  return urgency === 'urgent' ? <Text className="tag urgent">急修</Text> : <Text className="tag">一般</Text>;
}
