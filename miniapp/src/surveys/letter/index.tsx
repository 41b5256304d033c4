import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { DemoForward } from '#demo';
import type { OpenLetter } from '../../../../shared/contract/open-letters.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useNow } from '../../kernel/clock.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { Deciding } from '../../kernel/parts/Deciding.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { codeOf } from '../../kernel/say.ts';
import { Deeds } from './Deeds.tsx';
import { Frequent } from './Frequent.tsx';
import '../surveys.scss';

/** Who handed it in, sent it back and agreed, and how long each took: where it was delayed shows (Z7). */
function Steps({ letter: { steps }, now }: { letter: OpenLetter; now: Date }) {
  if (steps.length === 0) return null;
  return (
    <>
      <View className="sec">经过</View>
      <View className="cells" id="steps">
        {steps.map(({ at, byName, round, says, took, words }) => (
          <View key={`${round} ${says}`} className="cell">
            <View className="grow">
              <View className="row tight wrap">
                <Text className="b grow">
                  {byName} {says}
                </Text>
                {took && <Text className="sub nw">用了{took === '当天' ? '不到一天' : ` ${took}`}</Text>}
              </View>
              {words && <View className="said">{words}</View>}
              <View className="cap">
                <Dated text={sayMoment(new Date(at), now)} />
              </View>
            </View>
          </View>
        ))}
      </View>
    </>
  );
}

/** By when it has to be out, and why it came back. */
function Waits({ letter: { dueBy, pending, says, stand }, now }: { letter: OpenLetter; now: Date }) {
  return (
    <>
      <View className="mt8" id="letter-standing">
        <Text className="tag ours says">{says}</Text>
      </View>
      {dueBy && (
        <View className="sub mt8" id="letter-due">
          <Dated text={`${sayMoment(new Date(dueBy), now)} 前要贴出去`} />
        </View>
      )}
      {stand === 'returned' && pending?.reason && (
        <View className="strip yours-strip mt12" id="returned">
          <Icon name="alert" />
          <View className="grow said">{pending.reason}</View>
        </View>
      )}
    </>
  );
}

/** 公开信: what the company answers to a survey, what it promises, and what became of it (S5, S7). To colleagues it is written, agreed to and followed here. */
export default function LetterPage() {
  const { id = '' } = useRouter().params;
  const now = useNow();
  const asked = useAsked(() => api.openLetter({ id }), `letter ${id}`);
  const letter = asked.value;
  if (codeOf(asked.failed) === 'surveys/not-yet')
    return (
      <Screen>
        <Blank title="还没到写公开信的时候" note="意见表收回来、统计了再写。" />
      </Screen>
    );
  return (
    <Screen
      foot={
        letter?.mayDecide && letter.pending ? (
          <Deciding pending={letter.pending} approve="同意，贴出去" onDone={asked.again}>
            <View className="foot-line">同意就马上贴出去，全小区的住户都看得到</View>
          </Deciding>
        ) : (
          letter?.mayWrite && (
            <Button id="go-write" look="main" onPress={() => Taro.navigateTo({ url: `/surveys/write/index?id=${id}` })}>
              {letter.stand === 'returned' ? '改一改，再送审' : '写公开信'}
            </Button>
          )
        )
      }
    >
      <Shown asked={asked}>
        {(found) => (
          <>
            <View className="lead survey-title">{found.title}</View>
            <View className="sub">
              {found.officeName}
              {found.postedAt && ` · ${sayMoment(new Date(found.postedAt), now)} 贴出`}
            </View>
            {found.stand !== 'posted' && <Waits letter={found} now={now} />}
            {found.words && (
              <View className="card said mt12" id="letter-words">
                {found.words}
              </View>
            )}
            <Deeds letter={found} />
            {found.stand !== 'posted' && <Frequent letter={found} />}
            <Steps letter={found} now={now} />
          </>
        )}
      </Shown>
      <DemoForward onForward={asked.again} />
    </Screen>
  );
}
