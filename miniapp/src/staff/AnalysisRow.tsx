import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { analysisScope } from '../../../shared/analysis/sight.ts';
import { Icon } from '../kernel/parts/Icon.tsx';
import { Press } from '../kernel/parts/Press.tsx';
import { useViewer } from '../kernel/session.ts';

/** The way to a month's analysis, for whoever may look at it (C9). */
export function AnalysisRow() {
  const { viewer } = useViewer();
  if (!viewer || analysisScope(viewer.session.appointments) === null) return null;
  return (
    <View className="cells mt12">
      <Press id="go-analysis" className="cell" role="link" onPress={() => Taro.navigateTo({ url: '/staff/analysis/index' })}>
        <Text className="grow">月度分析</Text>
        <Text className="cap">种类、原因、哪栋楼</Text>
        <Icon name="right" />
      </Press>
    </View>
  );
}
