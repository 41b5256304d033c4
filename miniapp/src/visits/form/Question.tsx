import { View } from '@tarojs/components';
import { Press } from '../../kernel/parts/Press.tsx';
import './question.scss';

interface Props<Name extends string> {
  id: string;
  label: string;
  choices: readonly { name: Name; label: string; isBad?: boolean }[];
  chosen: Name | null;
  wrong?: boolean;
  onChoose: (name: Name) => void;
}

/** One question and its few answers; what is bad news is red once it is chosen. */
export function Question<Name extends string>({ id, label, choices, chosen, wrong = false, onChoose }: Props<Name>) {
  return (
    <View className={`visit-question ${wrong ? 'wrong' : ''}`}>
      <View className="b">{label}</View>
      <View className="segments">
        {choices.map((choice) => (
          <Press
            key={choice.name}
            id={`${id}-${choice.name}`}
            role="radio"
            className={`segment ${choice.name === chosen ? 'on' : ''} ${choice.isBad ? 'bad' : ''}`}
            checked={choice.name === chosen}
            onPress={() => onChoose(choice.name)}
          >
            {choice.label}
          </Press>
        ))}
      </View>
    </View>
  );
}
