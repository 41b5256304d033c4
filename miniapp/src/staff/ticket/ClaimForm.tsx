import { View } from '@tarojs/components';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { useDraft } from '../../kernel/draft.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Dated } from '../../kernel/parts/Dated.tsx';
import type { FormProps } from './form.ts';

/** 确认师傅记的时间: what they say, when it reached us, and the supervisor's yes or no (R3). */
export function ClaimForm({ ticket, work, now, onDone }: FormProps) {
  const [words, write, forget] = useDraft(`claim.${work.id}`);
  const answer = async (upheld: boolean) => {
    if (!(await work.act('answerClaim', { upheld, words }))) return;
    forget();
    onDone();
  };
  return (
    <>
      {ticket.claims.map((one) => (
        <View key={one.registeredAt + one.label} className="strip quiet mt8">
          <View className="grow">
            师傅说 <Dated text={sayMoment(new Date(one.claimedAt), now)} /> {one.label}，<Dated text={sayMoment(new Date(one.registeredAt), now)} />{' '}
            才登记
          </View>
        </View>
      ))}
      <View className="label">记给同事</View>
      <Area id="claim-words" words={words} hint="比如：看过监控，是那时候到的" max={200} onWrite={write} />
      <View className="btns mt16">
        <Button id="decline-claim" busy={work.busy} onPress={() => answer(false)}>
          按登记时间
        </Button>
        <Button id="uphold-claim" look="main" size="wide" busy={work.busy} onPress={() => answer(true)}>
          按师傅说的
        </Button>
      </View>
    </>
  );
}
