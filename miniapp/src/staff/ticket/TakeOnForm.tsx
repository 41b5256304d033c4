import { View } from '@tarojs/components';
import { MomentChoice } from '../../kernel/parts/MomentChoice.tsx';
import { wrongWith } from '../../kernel/say.ts';
import type { Work } from './work.ts';

/** 接下并答应时间: a firm time (D2). */
export function TakeOnForm({ work, now }: { work: Work; now: Date }) {
  const wrong = wrongWith(work.refused, 'completeBy') !== undefined;
  return (
    <>
      <View className={`label ${wrong ? 'wrong' : ''}`}>什么时候修好</View>
      <MomentChoice chosen={work.until} now={now} onChoose={work.setUntil} />
    </>
  );
}
