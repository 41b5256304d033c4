import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { toTab } from '../../kernel/go.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { forgetAnswersOf } from '../answer/draft.ts';
import { Fill } from '../answer/Fill.tsx';
import { toResults } from '../go.ts';
import { MINE } from './mine.ts';
import '../surveys.scss';

const Locked = () => (
  <View className="strip quiet mt12" id="locked">
    <Icon name="lock" />
    <View className="grow">只记您答过了，不记您答了什么</View>
  </View>
);

/** What becomes of what was answered. */
function sayNext({ open, published }: { open: boolean; published: boolean }): string {
  if (published) return '结果公布了，每一位同事都看得到。';
  return open ? '截止以后统计，结果公布给每一位同事看。' : '截止了，正在统计；结果公布了会发消息告诉您。';
}

/** 答员工需求普查: one colleague's answers, once (S11). */
export default function NeedsAnswerPage() {
  const { id = '' } = useRouter().params;
  const asked = useAsked(() => api.needsSurvey({ id }), `needs ${id}`, `needs.${id}`);
  const [isCounted, count] = useState(false);
  const survey = asked.value;
  if (survey?.open && !survey.answered && !isCounted)
    return (
      <Fill
        survey={survey}
        whose={MINE}
        asked="问全公司的同事"
        once="一人一份，交了不能再改"
        hand={(answers) => api.answerNeedsSurvey({ id, edition: survey.edition, answers })}
        onCounted={() => {
          forgetAnswersOf(id, MINE);
          count(true);
        }}
        onStale={() => void asked.again()}
      >
        <Locked />
      </Fill>
    );
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
        {({ title, answered, open, published }) => (
          <>
            <View className="lead survey-title">{title}</View>
            {answered || isCounted ? (
              <View id="counted">
                <Blank icon="check" title={isCounted ? '交上了，谢谢您' : '已计入，谢谢您'} note={sayNext({ open, published })} />
                <Locked />
              </View>
            ) : (
              <Blank
                title="这次普查截止了"
                note={published ? sayNext({ open, published }) : '结果公布以后，在“我的 › 总裁信箱、员工需求普查”里看。'}
              />
            )}
            {published && (
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
