import { View } from '@tarojs/components';
import type { ErrandDetail } from '../../../shared/contract/errands.ts';
import { sayMoment } from '../../../shared/kernel/time.ts';
import { Dated } from '../kernel/parts/Dated.tsx';
import { PromiseList } from '../kernel/parts/PromiseList.tsx';

/** Whether something is still owed. */
export const isOpen = (one: ErrandDetail['promises'][number]) => !one.keptAt && !one.withdrawnAt;

/** What is still owed, and below it what was. */
export function Promises({ errand, now }: { errand: ErrandDetail; now: Date }) {
  const owed = errand.promises.filter(isOpen);
  const over = errand.promises.filter((one) => !isOpen(one));
  return (
    <>
      {owed.length > 0 && <PromiseList title="欠着什么" promises={owed} now={now} />}
      {over.length > 0 && <PromiseList title="做过的、不用做的" promises={over} now={now} />}
    </>
  );
}

/** What happened, newest first, with what was written. */
export function Past({ errand, now }: { errand: ErrandDetail; now: Date }) {
  return (
    <>
      <View className="sec">经过</View>
      <View className="cells">
        {[...errand.history].reverse().map((one, index) => (
          <View className="cell" key={`${one.did} ${one.at} ${String(index)}`}>
            <View className="grow">
              <View className="b">
                {one.text}
                {one.until && `，${sayMoment(new Date(one.until), now)} 前`}
              </View>
              {one.words && <View className="said">{one.words}</View>}
              <View className="cap">
                <Dated text={sayMoment(new Date(one.at), now)} />
                {one.byName && ` · ${one.byPost} ${one.byName}`}
              </View>
            </View>
          </View>
        ))}
      </View>
    </>
  );
}
