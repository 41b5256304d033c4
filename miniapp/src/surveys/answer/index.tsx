import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { sayLength } from '../../../../shared/kernel/time.ts';
import { surveyInScene } from '../../../../shared/surveys/scene.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useNow } from '../../kernel/clock.ts';
import { toSurveys } from '../../kernel/go.ts';
import { keep } from '../../kernel/keep.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chip } from '../../kernel/parts/Choice.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { codeOf, isShut } from '../../kernel/say.ts';
import { useTurn } from '../../kernel/send.ts';
import { useNavigationBarTitle } from '../../kernel/title.ts';
import { type Asking, useAnswers } from './draft.ts';
import { firstWrong, Progress, Sections } from './Form.tsx';
import { NotAsked } from './NotAsked.tsx';
import { Locked, Thanks } from './Thanks.tsx';
import '../surveys.scss';

type Home = Asking['homes'][number];

/** For which of their homes somebody answers; those that have answered say so. */
function Homes({ homes, chosen, onChoose }: { homes: readonly Home[]; chosen: string; onChoose: (id: string) => void }) {
  if (homes.length < 2) return null;
  return (
    <View className="chips mt8">
      {homes.map(({ id, label, answered }) => (
        <Chip key={id} id={`answer-for-${id}`} on={id === chosen} onPress={() => onChoose(id)}>
          {label}
          {answered && '（答过了）'}
        </Chip>
      ))}
    </View>
  );
}

interface FormProps {
  survey: Asking;
  home: Home;
  homes: React.ReactNode;
  onCounted: (already: boolean) => void;
  onStale: () => void;
}

/** The survey being filled in: kept on the phone, handed in with one tap. */
function Form({ survey, home, homes, onCounted, onStale }: FormProps) {
  const now = useNow();
  const filled = useAnswers(survey, home.id);
  const { take, busy, refused } = useTurn();
  const submit = async () => {
    // Never through the queue that sends by itself, and under no key: what waits there says when it was said and by whom, and a survey knows neither. Sent twice it
    // counts once.
    const done = await take(() => api.answerSurvey({ id: survey.id, homeId: home.id, edition: survey.edition, answers: filled.given }));
    if (done) onCounted(done.already);
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
          <Progress filled={filled} left={left} />
          <View className="mt8">
            <Button id="submit" look="main" busy={busy} onPress={submit}>
              交卷
            </Button>
          </View>
        </>
      }
    >
      <View className="lead">{survey.title}</View>
      <View className="sub">{survey.officeName} · 每样点一下</View>
      {homes}
      <Locked label={home.label} />
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

/** The survey this page was opened for: as it is named, or by a code that was scanned, which is found again after signing in. */
function useOpened(): { id: string; isScanned: boolean } {
  const { id = '', scene = '' } = useRouter().params;
  const scanned = scene ? surveyInScene(decodeURIComponent(scene)) : null;
  useEffect(() => {
    if (scanned) keep('scanned', scanned);
  }, [scanned]);
  return { id: id || (scanned ?? ''), isScanned: scene !== '' };
}

/** 满意率调查: one household's answers, once (S1). */
export default function AnswerPage() {
  const { home: wanted = '' } = useRouter().params;
  const { id, isScanned } = useOpened();
  const asked = useAsked(id ? () => api.survey({ id }) : null, `survey ${id}`, `survey.${id}`);
  const isAnswered = asked.value !== null || isShut(asked.failed);
  useEffect(() => {
    if (isScanned && isAnswered) keep('scanned', '');
  }, [isScanned, isAnswered]);
  const [chosen, choose] = useState(wanted);
  const [counted, count] = useState<{ homeId: string; already: boolean }[]>([]);
  const survey = asked.value;
  useNavigationBarTitle(survey && '满意率调查');
  const homes = (survey?.homes ?? []).map((one) => ({ ...one, answered: one.answered || counted.some(({ homeId }) => homeId === one.id) }));
  const open = homes.filter((one) => !one.answered);
  const home = homes.find((one) => one.id === chosen) ?? open[0] ?? homes[0];
  const chooser = <Homes homes={homes} chosen={home?.id ?? ''} onChoose={choose} />;
  const noteCounted = (homeId: string, already: boolean) => {
    count([...counted, { homeId, already }]);
    choose(homeId);
    void asked.again();
  };
  if (survey?.open && home && !home.answered)
    return (
      <Form
        key={home.id}
        survey={survey}
        home={home}
        homes={chooser}
        onCounted={(already) => noteCounted(home.id, already)}
        onStale={() => void asked.again()}
      />
    );
  if (!id || codeOf(asked.failed) === 'seen/not-found')
    return (
      <Screen>
        <NotAsked isKnown={id !== ''} />
      </Screen>
    );
  return (
    <Screen>
      <Shown asked={asked}>
        {({ title, officeName, open: isOpen }) => (
          <>
            <View className="lead">{title}</View>
            <View className="sub">{officeName}</View>
            {chooser}
            {home?.answered ? (
              <Thanks
                surveyId={id}
                home={home}
                isOpen={isOpen}
                isNew={counted.some(({ homeId, already }) => homeId === home.id && !already)}
                next={isOpen ? open.find((one) => one.id !== home.id) : undefined}
                onNext={choose}
              />
            ) : (
              <Blank title="这次调查截止了" note="结果公布以后，在“我的 › 满意率调查”里看。">
                <View className="mt20">
                  <Button id="go-surveys" look="main" onPress={toSurveys}>
                    看发到我家的调查
                  </Button>
                </View>
              </Blank>
            )}
          </>
        )}
      </Shown>
    </Screen>
  );
}
