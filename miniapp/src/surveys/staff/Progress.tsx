import { Text, View } from '@tarojs/components';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { percentOf, Share } from '../Share.tsx';
import type { SurveyProgress } from './Forms.tsx';

/** How many more have to come back; none where there are enough. */
const missing = ({ issued, returned, least }: SurveyProgress): number => Math.max(0, Math.ceil(((issued ?? 0) * least) / 100) - (returned ?? 0));

function sayMissing(progress: SurveyProgress, isOver: boolean): string {
  const left = missing(progress);
  if (left === 0) return '够了';
  return isOver ? `差 ${left} 户，没到要求` : `还差 ${left} 户`;
}

/** To whom it went: so that anybody can draw it again, where it was drawn (S2). */
function sayDrawn({ coverage, issued, homes, samplePercent, most, usedWhen }: SurveyProgress): string {
  if (usedWhen !== null) return `${usedWhen}用过特约服务的 ${homes} 户，按楼栋比例随机抽 ${issued} 户`;
  if (most !== null) return `小区 ${homes} 户，按楼栋比例随机抽 ${issued} 户`;
  if (coverage !== 'sample') return `全部住户都发，${issued} 户`;
  return `小区 ${homes} 户，按楼栋比例抽 ${samplePercent}%：${issued} 户`;
}

/** How it was drawn, in a line. */
export const Drawn = ({ progress }: { progress: SurveyProgress }) => (
  <View className="cap mt12" id="drawn">
    {sayDrawn(progress)}
    {progress.seed && (
      <>
        {'，种子 '}
        <Text className="survey-seed">{progress.seed}</Text>
      </>
    )}
  </View>
);

/** How it goes: to how many, how many came back, what is missing; no result while it runs (S3). */
export function Progress({ progress, isOver, now }: { progress: SurveyProgress; isOver: boolean; now: Date }) {
  const { issued, returned, least, closesAt } = progress;
  if (issued === null)
    return (
      <View className="card mt12" id="not-issued">
        <View>
          {progress.usedWhen === null ? '小区登记了' : `${progress.usedWhen}用过特约服务的`} {progress.homes} 户，还没有发。
        </View>
        <View className="sub">
          {progress.most !== null ? `先抽 ${progress.sampleSize} 户` : '先发给住户'}，至少要收回 {least}%；没收完以前看不到结果。
        </View>
      </View>
    );
  const came = percentOf(returned ?? 0, issued);
  return (
    <View className="card mt12" id="issued">
      <View className="row wrap">
        <View className="grow">
          发了 {issued} 户，<Text className="b nw">交回 {returned} 户</Text>
        </View>
        <Text className="b nw">{came}%</Text>
      </View>
      <Share percent={came} tick={least} isLow={isOver && missing(progress) > 0} />
      <View className="row tight wrap mt8">
        <View className="cap grow">竖线是至少要收回的 {least}%</View>
        <Text className="b nw" id="missing">
          {sayMissing(progress, isOver)}
        </Text>
      </View>
      {!isOver && closesAt && (
        <View className="sub mt8">
          <Dated text={`${sayMoment(new Date(closesAt), now)} 截止；没截止以前，谁也看不到结果`} />
        </View>
      )}
      {progress.reminded !== null && (
        <View className="sub" id="reminded">
          已提醒 {progress.reminded} 户还没答的
        </View>
      )}
      <Drawn progress={progress} />
    </View>
  );
}
