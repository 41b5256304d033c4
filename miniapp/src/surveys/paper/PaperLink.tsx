import { View } from '@tarojs/components';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { toPaper } from '../go.ts';
import type { Paper } from './work.ts';

/** How far the sheets are, in a line; what was ticked and not typed is missing from the results. */
function saySheets({ ticked, typed, missing, toTick, actions }: Paper): string {
  if (ticked === 0) return '交到服务中心的、电话里问的，在这里勾户、录入';
  const counted = `勾了 ${ticked} 户，录入 ${typed} 份`;
  if (missing === 0) return counted;
  if (toTick > 0) return `${counted}，再勾 ${toTick} 户接着录入`;
  return actions.includes('typeSheet') ? `${counted}，还差 ${missing} 份；写了分析就不能再录入` : `${counted}，${missing} 份没有录入`;
}

/** The way to a survey's sheets on paper. */
export function PaperLink({ id }: { id: string }) {
  const { value } = useAsked(() => api.surveyPaper({ id }), `paper ${id}`);
  return (
    <View className="cells mt12">
      <Press id="go-paper" className="cell" role="link" onPress={() => toPaper(id)}>
        <View className="grow">
          <View>纸表和电话</View>
          {value && <View className="sub">{saySheets(value)}</View>}
        </View>
        <Icon name="right" />
      </Press>
    </View>
  );
}
