import { View } from '@tarojs/components';
import { OPINIONS, type Opinion } from '../../../../shared/tickets/ratings.ts';
import type { TicketKind } from '../../../../shared/tickets/ticket.ts';
import { WORDINGS } from '../../../../shared/tickets/wordings.ts';
import { type Answers as Given, labelOfQuestion, QUESTION_NAMES, type Question as QuestionName } from '../../../../shared/visits/script.ts';
import { Chip } from '../../kernel/parts/Choice.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { Question } from './Question.tsx';

const CHOICES = (Object.keys(OPINIONS) as Opinion[]).map((name) => ({ name, label: OPINIONS[name], isBad: name === 'dissatisfied' }));

interface Props {
  kind: TicketKind;
  answers: Given;
  refused: unknown;
  onAnswer: (name: QuestionName, chosen: Opinion) => void;
  /** Whether they may say that it is done, and whether they did. */
  mayConfirm: boolean;
  fixed: boolean;
  onFixed: () => void;
}

/** What a household is asked, and whether they say in the same breath that it is done. */
export function Answers({ kind, answers, refused, onAnswer, mayConfirm, fixed, onFixed }: Props) {
  return (
    <>
      {QUESTION_NAMES.map((name) => (
        <Question
          key={name}
          id={`answer-${name}`}
          label={labelOfQuestion(name, kind)}
          choices={CHOICES}
          chosen={answers[name] ?? null}
          wrong={wrongWith(refused, name) !== undefined}
          onChoose={(chosen) => onAnswer(name, chosen)}
        />
      ))}
      {mayConfirm && (
        <View className="chips mt12">
          <Chip id="visit-fixed" on={fixed} onPress={onFixed}>
            住户说{WORDINGS[kind].verb}好了
          </Chip>
        </View>
      )}
    </>
  );
}
