import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { DutyDetail } from '../../../../shared/contract/duties.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useNow } from '../../kernel/clock.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { useSend } from '../../kernel/send.ts';
import { DutyCard } from '../duties/DutyRow.tsx';
import { Found } from './Found.tsx';
import { Received } from './Received.tsx';
import { Writing } from './Writing.tsx';

/** When it was opened and by whom, what was put down and by whom. */
function Put({ duty, now }: { duty: DutyDetail; now: Date }) {
  const { openedAt, openedByName, doneAt, doneByName, words, items } = duty;
  const when = (at: string, verb: string, by: string | null) => `${sayMoment(new Date(at), now)} ${by ?? ''}${verb}`;
  if (!openedAt && !doneAt) return null;
  return (
    <>
      <View className="sec">记录</View>
      <View className="cells">
        {openedAt && (
          <View className="cell" id="opened">
            <Dated text={when(openedAt, '打开', openedByName)} />
          </View>
        )}
        {doneAt && (
          <View className="cell" id="put-down">
            <View className="grow">
              {duty.duty === 'round' && <View className="b">{items ? `${items} 条` : '里面没有'}</View>}
              <View className="said">{words}</View>
              <Text className="cap">
                <Dated text={when(doneAt, '记下', doneByName)} />
              </Text>
            </View>
          </View>
        )}
      </View>
    </>
  );
}

/** 这一轮: open it, take down what is in it, say what became of it; later, what it led to (I13, D9, D10, C9). */
export default function RoundPage() {
  const { id = '' } = useRouter().params;
  const now = useNow();
  const asked = useAsked(() => api.duty({ id }), id);
  const { send, busy, refused } = useSend();
  const duty = asked.value;
  const open = async () => {
    const opened = await send({ id }, api.openRound);
    if (opened) asked.take(opened);
    else void asked.again();
  };
  const foot = duty?.actions.includes('openRound') && (
    <Button id="open-round" look="main" busy={busy} onPress={open}>
      现在打开
    </Button>
  );
  return (
    <Screen foot={foot}>
      <Shown asked={asked}>
        {(one) => (
          <>
            <DutyCard line={one} now={now} />
            <View className="cap mt4">{one.promise.explain}</View>
            {one.actions.includes('openRound') && <View className="strip quiet mt12">打开的时候点一下，里面的话当场一条条记下来。</View>}
            {one.standing === 'missed' && one.actions.length === 0 && !one.doneAt && (
              <View className="strip danger mt12">这一轮没有做，过了就补不上了；下一轮照常。</View>
            )}
            <Put duty={one} now={now} />
            <Found duty={one} />
            {one.duty === 'unit_review' && <Received duty={one} now={now} />}
            <Writing duty={one} onStale={asked.again} />
            <Refusal refused={refused} kept="" />
          </>
        )}
      </Shown>
    </Screen>
  );
}
