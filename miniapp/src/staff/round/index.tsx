import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { analysisScope } from '../../../../shared/analysis/sight.ts';
import type { DutyDetail } from '../../../../shared/contract/duties.ts';
import { isoDay, sayMoment } from '../../../../shared/kernel/time.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useNow } from '../../kernel/clock.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { useSend } from '../../kernel/send.ts';
import { useViewer } from '../../kernel/session.ts';
import { DutyCard } from '../duties/DutyRow.tsx';
import { sayPeriod } from '../duties/period.ts';
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

const WHAT: Record<DutyDetail['duty'], string> = {
  round: '到时间去看里面有什么，一条条记下来，写明怎么处理的',
  ask_agents: '问客服对本部门有什么意见，写下怎么改',
  sum_up: '汇总住户说得最多的，写下客服建议怎么做',
  look_through: '看完这个月的分析，写下主要原因和措施',
  unit_review: '在部门例会上看收到的信息，写下各是怎么处理的',
};

/** To a colleague who looks: what is done here, and whose it is. */
function WhoseTurn({ duty }: { duty: DutyDetail }) {
  if (duty.isMine || duty.actions.length > 0 || duty.doneAt || !['owed', 'opened'].includes(duty.standing)) return null;
  return (
    <View className="strip quiet mt12" id="whose-round">
      <View className="grow">
        这件由{duty.officeName}的{duty.holder.name}做：{WHAT[duty.duty]}。{duty.openedAt ? '已经打开，还没有记完。' : '还没有做。'}
        做完了，记下的话在这里看得到。
      </View>
    </View>
  );
}

/** C9: the month's analysis, of the estate whose month is looked through, for whoever may look at it. */
function ToAnalysis({ duty }: { duty: DutyDetail }) {
  const { viewer } = useViewer();
  if (duty.duty !== 'look_through' || !viewer || analysisScope(viewer.session.appointments) === null) return null;
  const month = isoDay(new Date(duty.from)).slice(0, 7);
  return (
    <View className="cells mt12">
      <Press
        id="go-analysis"
        className="cell"
        role="link"
        onPress={() => Taro.navigateTo({ url: `/staff/analysis/index?month=${month}&officeId=${duty.officeId}` })}
      >
        <Text className="grow">打开 {sayPeriod(duty, new Date(duty.from))} 的分析</Text>
        <Icon name="right" />
      </Press>
    </View>
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
            <WhoseTurn duty={one} />
            <ToAnalysis duty={one} />
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
