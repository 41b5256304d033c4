import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { surveyInScene } from '../../../../shared/surveys/scene.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { toSurveys } from '../../kernel/go.ts';
import { keep } from '../../kernel/keep.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chip } from '../../kernel/parts/Choice.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { codeOf, isShut } from '../../kernel/say.ts';
import { useNavigationBarTitle } from '../../kernel/title.ts';
import type { Asking } from './draft.ts';
import { Fill } from './Fill.tsx';
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

/** The survey this page was opened for: as it is named, or by a code that was scanned, which is found again after signing in. */
function useOpened(): { id: string; isScanned: boolean } {
  const { id = '', scene = '' } = useRouter().params;
  const scanned = scene ? surveyInScene(scene) : null;
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
      <Fill
        key={home.id}
        survey={survey}
        whose={home.id}
        asked={survey.officeName}
        hand={(answers) => api.answerSurvey({ id, homeId: home.id, edition: survey.edition, answers })}
        onCounted={({ already }) => noteCounted(home.id, already)}
        onStale={() => void asked.again()}
      >
        {chooser}
        <Locked label={home.label} />
      </Fill>
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
            <View className="lead survey-title">{title}</View>
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
