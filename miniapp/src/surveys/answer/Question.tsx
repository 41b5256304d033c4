import { View } from '@tarojs/components';
import type { QuestionView } from '../../../../shared/contract/surveys.ts';
import type { Answer } from '../../../../shared/surveys/answers.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Chips } from '../../kernel/parts/Choice.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import type { Options } from './draft.ts';

const SCALE = Array.from({ length: 11 }, (_, at) => at);
const MOST_WORDS = 300;

interface GradesProps {
  id: string;
  grades: Options;
  given: Answer | undefined;
  onGive: (grade: number) => void;
}

/** Five grades, each as wide as a thumb: three above, two below, no word cut. */
function Grades({ id, grades, given, onGive }: GradesProps) {
  return (
    <View className="survey-grades">
      {grades.map(({ code, label }) => {
        const isOn = given === Number(code);
        return (
          <Press
            key={code}
            id={`${id}-${code}`}
            role="radio"
            checked={isOn}
            className={`survey-grade ${isOn ? 'on' : ''}`}
            onPress={() => onGive(Number(code))}
          >
            {label}
          </Press>
        );
      })}
    </View>
  );
}

function Several({ question, given, onGive }: { question: QuestionView; given: readonly string[]; onGive: (given: string[]) => void }) {
  return (
    <View className="chips">
      {question.options.map(({ code, label }) => {
        const isOn = given.includes(code);
        return (
          <Press
            key={code}
            id={`${question.code}-${code}`}
            role="checkbox"
            checked={isOn}
            className={`chip ${isOn ? 'on' : ''}`}
            onPress={() => onGive(isOn ? given.filter((one) => one !== code) : [...given, code])}
          >
            {label}
          </Press>
        );
      })}
    </View>
  );
}

function Scale({ code, given, onGive }: { code: string; given: Answer | undefined; onGive: (given: number) => void }) {
  return (
    <View className="survey-scale">
      {SCALE.map((at) => (
        <Press
          key={at}
          id={`${code}-${at}`}
          role="radio"
          checked={given === at}
          className={`survey-step ${given === at ? 'on' : ''}`}
          onPress={() => onGive(at)}
        >
          {at}
        </Press>
      ))}
    </View>
  );
}

interface Props {
  question: QuestionView;
  grades: Options;
  given: Answer | undefined;
  isWrong: boolean;
  /** Null takes the answer back. */
  onGive: (answer: Answer | null) => void;
}

/** What a question is answered with, by what it asks. */
export function Question({ question, grades, given, isWrong, onGive }: Props) {
  const { code, kind, options } = question;
  switch (kind) {
    case 'satisfaction':
      return <Grades id={code} grades={grades} given={given} onGive={onGive} />;
    case 'single':
      return (
        <Chips
          id={code}
          items={options.map((one) => ({ name: one.code, label: one.label }))}
          chosen={typeof given === 'string' ? given : null}
          onChoose={(name) => onGive(name === given ? null : name)}
        />
      );
    case 'multiple':
      return <Several question={question} given={Array.isArray(given) ? (given as string[]) : []} onGive={onGive} />;
    case 'matrix': {
      const lines = typeof given === 'object' && !Array.isArray(given) ? (given as Record<string, number>) : {};
      return (
        <>
          {options.map((line) => (
            <View key={line.code}>
              <View className="sub mt8">{line.label}</View>
              <Grades
                id={`${code}-${line.code}`}
                grades={grades}
                given={lines[line.code]}
                onGive={(grade) => onGive({ ...lines, [line.code]: grade })}
              />
            </View>
          ))}
        </>
      );
    }
    case 'scale':
      return <Scale code={code} given={given} onGive={(at) => onGive(at === given ? null : at)} />;
    case 'words':
      return (
        <Area
          id={code}
          words={typeof given === 'string' ? given : ''}
          hint="不用写姓名、房号、电话"
          max={question.most ?? MOST_WORDS}
          wrong={isWrong}
          onWrite={onGive}
        />
      );
  }
}
