import { View } from '@tarojs/components';
import { sayLength } from '../../../../shared/kernel/time.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { toSurvey } from '../../kernel/go.ts';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';

/** What one's homes are asked and have not answered yet; nothing while there is none (S1). */
export function SurveysToAnswer({ now }: { now: Date }) {
  const open = useAsked(() => api.surveys({}), 'surveys').value?.items.filter((one) => one.stand === 'open') ?? [];
  if (open.length === 0) return null;
  return (
    <View className="yours mt12">
      {open.map(({ id, homeId, homeLabel, closesAt }) => (
        <Press key={id + homeId} id={`survey-${homeId}`} className="cell" role="link" onPress={() => toSurvey(id, homeId)}>
          <View className="grow">
            <View className="b">满意率调查，请您答一答</View>
            <View className="sub">
              {homeLabel}
              {closesAt && ` · 还有 ${sayLength(new Date(closesAt).getTime() - now.getTime())}`}
            </View>
          </View>
          <Icon name="right" />
        </Press>
      ))}
    </View>
  );
}
