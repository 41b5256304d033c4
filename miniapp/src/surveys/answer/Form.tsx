import { Text, View } from '@tarojs/components';
import { type CSSProperties, useState } from 'react';
import type { QuestionView } from '../../../../shared/contract/surveys.ts';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { type Asks, type Filled, isAskedNow } from './draft.ts';
import { Question } from './Question.tsx';

interface Props {
  survey: Asks;
  filled: Filled;
  refused: unknown;
}

const wrongAt = (refused: unknown, code: string) => wrongWith(refused, `answers.${code}`);

/** The first question that was refused, to go there. */
export const firstWrong = (survey: Asks, refused: unknown): string | null =>
  survey.sections.flatMap(({ questions }) => questions).find(({ code }) => wrongAt(refused, code) !== undefined)?.code ?? null;

function Asked({ question, survey, filled, refused, heading }: Props & { question: QuestionView; heading: string }) {
  const { code, text } = question;
  const wrong = wrongAt(refused, code);
  return (
    <View id={`q-${code}`} className={wrong ? 'wrong-ring' : ''}>
      <View className={heading}>{text}</View>
      {wrong && <View className="sub red">{wrong}</View>}
      <Question
        question={question}
        grades={survey.grades}
        given={filled.answers[code]}
        isWrong={wrong !== undefined}
        onGive={(answer) => filled.give(code, answer)}
      />
    </View>
  );
}

/** Whoever did not notice says so: it counts for nothing, and is dealt with. */
function Skip({ code, filled }: { code: string; filled: Filled }) {
  const isSkipped = filled.skipped.includes(code);
  return (
    <Press id={`skip-${code}`} role="checkbox" checked={isSkipped} className="survey-skip" onPress={() => filled.skip(code)}>
      {isSkipped && <Icon name="check" />}
      {isSkipped ? '跳过了' : '没留意，跳过'}
    </Press>
  );
}

/** What stays folded until somebody wants to say more; what is asked because of an answer opens by itself. */
function Folded({ questions, says, ...props }: Props & { questions: readonly QuestionView[]; says: string }) {
  const [isOpen, open] = useState(false);
  const asked = questions.filter((one) => isAskedNow(one, props.filled.answers));
  if (asked.length === 0) return null;
  const opensItself = asked.some(({ code, showIf }) => showIf !== null || props.filled.answers[code] !== undefined);
  if (!isOpen && !opensItself)
    return (
      <Press id={`more-${asked[0]!.code}`} className="survey-skip" onPress={() => open(true)}>
        {says}
      </Press>
    );
  return (
    <View className="survey-folded">
      {asked.map((question) => (
        <Asked key={question.code} {...props} question={question} heading="b" />
      ))}
    </View>
  );
}

/** The questions, one field a card. */
export function Sections(props: Props) {
  return (
    <>
      {props.survey.sections.map(({ field, label, questions }, index) => {
        const open = questions.filter((one) => !one.folded && isAskedNow(one, props.filled.answers));
        return (
          <View key={field} className="card" id={`field-${field}`}>
            <View className="cap">
              {index + 1} · {label}
            </View>
            {open.map((question) => (
              <View key={question.code}>
                <Asked {...props} question={question} heading="lead" />
                <Skip code={question.code} filled={props.filled} />
              </View>
            ))}
            <Folded {...props} questions={questions.filter((one) => one.folded)} says={open.length > 0 ? '说具体一点' : '还有想说的，点这里'} />
          </View>
        );
      })}
    </>
  );
}

/** How far one is, always in sight above the button. */
export function Progress({ filled, left, once = '一户一份，交了不能再改' }: { filled: Filled; left: string; once?: string }) {
  const { done, of } = filled;
  return (
    <View id="progress">
      <View className="row tight wrap">
        <Text className="b grow nw">
          已答 {done} / {of}
        </Text>
        {left && <Text className="sub nw">{left}</Text>}
      </View>
      <View className="survey-bar mt4">
        <View className="survey-bar-part" style={{ width: `${of === 0 ? 0 : (done / of) * 100}%` } as CSSProperties} />
      </View>
      <View className="cap middle mt4">{once}</View>
    </View>
  );
}
