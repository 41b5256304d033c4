import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CallView } from '../../../../shared/contract/survey-calls.ts';
import { api } from '../../kernel/api.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { useTurn } from '../../kernel/send.ts';
import { forgetAnswersOf, useAnswers } from '../answer/draft.ts';
import { Sections } from '../answer/Form.tsx';
import type { Calls } from './index.tsx';
import { NumberSheet } from './NumberSheet.tsx';

interface Props {
  surveyId: string;
  calls: Calls;
  home: CallView;
  onBack: () => Promise<void>;
}

/** What one household says on the phone, typed as it speaks; or that nobody picked up. */
export function CallForm({ surveyId, calls, home, onBack }: Props) {
  const survey = { id: surveyId, grades: calls.grades, sections: calls.sections };
  const filled = useAnswers(survey, home.homeId);
  const { take, busy, refused } = useTurn();
  const [missing, note] = useState<string | null | undefined>(undefined);
  const [isOpen, open] = useState(false);
  const submit = async () => {
    // Under no key, as the household's own: sent twice it counts once, and nothing tells who typed it.
    const done = await take(() => api.answerByPhone({ id: surveyId, homeId: home.homeId, edition: calls.edition, answers: filled.given }));
    if (!done) return;
    forgetAnswersOf(surveyId, home.homeId);
    await onBack();
  };
  const tried = async () => {
    const done = await take(() => api.trySurveyCall({ id: surveyId, homeId: home.homeId }));
    if (done) note(done.missing);
  };
  return (
    <Screen
      foot={
        <>
          <View className="btns">
            {home.stand === 'waiting' && (
              <Button id="call-home" size="wide" icon="phone" onPress={() => open(true)}>
                打电话
              </Button>
            )}
            <Button id="nobody" size="wide" busy={busy} onPress={missing === undefined ? tried : onBack}>
              {missing === undefined ? '没人接' : '回名单'}
            </Button>
          </View>
          <View className="mt8">
            <Button id="submit-call" look="main" busy={busy} onPress={submit}>
              交这一户的
            </Button>
          </View>
        </>
      }
    >
      <View className="lead">{home.label}</View>
      <View className="sub">{calls.title}</View>
      <View className="sub mt8">先说您是谁、问的是哪次调查，住户愿意再问。照着念，怎么说就怎么选；没留意的跳过。答了什么，不记是哪一户答的。</View>
      {missing !== undefined && (
        <View className="strip quiet mt12" id="tried">
          <View className="grow">{missing === null ? '记下了：联系不上，换抽好的下一户' : `记下了，${missing}才算联系不上`}</View>
        </View>
      )}
      <Refusal refused={refused} kept="选好的都还在" />
      <View className="mt12">
        <Sections survey={survey} filled={filled} refused={refused} />
      </View>
      {isOpen && <NumberSheet surveyId={surveyId} homeId={home.homeId} label={home.label} onClose={() => open(false)} />}
    </Screen>
  );
}
