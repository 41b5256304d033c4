import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import type { Output } from '../../../../shared/contract/client.ts';
import type { needsRoutes } from '../../../../shared/contract/needs.ts';
import { sayLength } from '../../../../shared/kernel/time.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useNow } from '../../kernel/clock.ts';
import { toTab } from '../../kernel/go.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { codeOf } from '../../kernel/say.ts';
import { useTurn } from '../../kernel/send.ts';
import { forgetAnswersOf, useAnswers } from '../answer/draft.ts';
import { firstWrong, Progress, Sections } from '../answer/Form.tsx';
import { toResults } from '../go.ts';
import { MINE } from './mine.ts';
import '../surveys.scss';

type Asking = Output<(typeof needsRoutes)['needsSurvey']>;

const Locked = () => (
  <View className="strip quiet mt12" id="locked">
    <Icon name="lock" />
    <View className="grow">只记您答过了，不记您答了什么</View>
  </View>
);

/** The survey being filled in: kept on the phone, handed in with one tap, under no key and no name (S11). */
function Form({ survey, onCounted, onStale }: { survey: Asking; onCounted: () => void; onStale: () => void }) {
  const now = useNow();
  const filled = useAnswers(survey, MINE);
  const { take, busy, refused } = useTurn();
  const submit = async () => {
    const done = await take(() => api.answerNeedsSurvey({ id: survey.id, edition: survey.edition, answers: filled.given }));
    if (!done) return;
    forgetAnswersOf(survey.id, MINE);
    onCounted();
  };
  useEffect(() => {
    const code = codeOf(refused);
    if (code === 'surveys/closed' || code === 'surveys/other-edition') onStale();
    const wrong = refused ? firstWrong(survey, refused) : null;
    if (refused)
      void Promise.resolve(Taro.pageScrollTo({ ...(wrong ? { selector: `#q-${wrong}` } : { scrollTop: 0 }), duration: 200 })).catch(() => undefined);
  }, [refused]);
  const left = survey.closesAt ? `还有 ${sayLength(new Date(survey.closesAt).getTime() - now.getTime())}` : '';
  return (
    <Screen
      foot={
        <>
          <Progress filled={filled} left={left} once="一人一份，交了不能再改" />
          <View className="mt8">
            <Button id="submit" look="main" busy={busy} onPress={submit}>
              交卷
            </Button>
          </View>
        </>
      }
    >
      <View className="lead">{survey.title}</View>
      <View className="sub">问全公司的同事 · 每样点一下</View>
      <Locked />
      {codeOf(refused) === 'server/unreachable' ? (
        <View className="strip danger mt12" {...{ role: 'alert' }} id="unsent">
          <Icon name="nosignal" />
          <View className="grow">没交出去，答的都存在手机里。有信号了，再点一次“交卷”；它不会自己发</View>
        </View>
      ) : (
        <Refusal refused={refused} kept="您答的都还在" />
      )}
      <View className="mt12">
        <Sections survey={survey} filled={filled} refused={refused} />
      </View>
      <View className="cap middle mt12">答的存在手机里，随时退出再来</View>
    </Screen>
  );
}

/** 答员工需求普查: one colleague's answers, once (S11). */
export default function NeedsAnswerPage() {
  const { id = '' } = useRouter().params;
  const asked = useAsked(() => api.needsSurvey({ id }), `needs ${id}`, `needs.${id}`);
  const [isCounted, count] = useState(false);
  const survey = asked.value;
  if (survey?.open && !survey.answered && !isCounted)
    return <Form survey={survey} onCounted={() => count(true)} onStale={() => void asked.again()} />;
  return (
    <Screen
      foot={
        survey && (
          <Button id="go-home" look="main" onPress={() => toTab('home')}>
            回首页
          </Button>
        )
      }
    >
      <Shown asked={asked}>
        {({ title, answered, open }) => (
          <>
            <View className="lead">{title}</View>
            {answered || isCounted ? (
              <View id="counted">
                <Blank icon="check" title={isCounted ? '交上了，谢谢您' : '已计入，谢谢您'} note="截止以后统计，结果公布给每一位同事看。" />
                <Locked />
              </View>
            ) : (
              <Blank title="这次普查截止了" note="结果公布以后，在“我的 › 总裁信箱、员工需求普查”里看。" />
            )}
            {!open && (
              <View className="mt16">
                <Button id="go-results" look="line" onPress={() => toResults(id)}>
                  看结果
                </Button>
              </View>
            )}
          </>
        )}
      </Shown>
    </Screen>
  );
}
