import { Text, View } from '@tarojs/components';
import type { OwnQuestionnaire } from '../../../../shared/contract/questionnaires.ts';
import { OWN_KINDS } from '../../../../shared/surveys/own-kinds.ts';

type Sections = OwnQuestionnaire['sections'];
type Kind = Sections[number]['questions'][number]['kind'];

/** What kind of question it is, in a word. */
export const KINDS: Record<Kind, string> = { ...OWN_KINDS, matrix: '每行一档' };

/** What a questionnaire asks, in order; what is asked because of an answer stands with its question. */
export function Asks({ sections }: { sections: Sections }) {
  const questions = sections.flatMap((section) => section.questions).filter(({ showIf }) => showIf === null);
  return (
    <View className="mt8">
      {questions.map(({ code, text, kind, options }, index) => (
        <View key={code} className="mt8">
          <View>
            {index + 1}. {text}
          </View>
          <Text className="cap">
            {KINDS[kind]}
            {options.length > 0 && `：${options.map(({ label }) => label).join('、')}`}
          </Text>
        </View>
      ))}
    </View>
  );
}
