import { Text, View } from '@tarojs/components';
import { categoriesFor, categoryOf } from '../../../../shared/repairs/categories.ts';
import { Chip } from '../../kernel/parts/Choice.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import type { Draft } from './draft.ts';

/** The tiles for a place, and the one question that can make it urgent. */
export function Categories({ draft, wrong, onWrite }: { draft: Draft; wrong: boolean; onWrite: (part: Partial<Draft>) => void }) {
  const question = categoryOf(draft.category)?.worse?.question;
  return (
    <>
      <View className={`label ${wrong ? 'wrong' : ''}`}>
        哪里坏了？<Text className="cap">{wrong ? '请点一个' : '点一个'}</Text>
      </View>
      <View className={`categories ${wrong ? 'wrong-ring' : ''}`}>
        {categoriesFor(draft.place).map((one) => (
          <Press
            key={one.code}
            id={`category-${one.code}`}
            className={`category ${one.code === draft.category ? 'on' : ''}`}
            role="radio"
            checked={one.code === draft.category}
            onPress={() => onWrite({ category: one.code, worse: false })}
          >
            <Icon name={one.icon} />
            <Text>{one.label}</Text>
          </Press>
        ))}
      </View>
      {question && (
        <View className="row wrap tight mt12">
          <Text className="b grow nw">{question}</Text>
          <Chip id="worse-yes" on={draft.worse} onPress={() => onWrite({ category: draft.category, worse: true })}>
            是的
          </Chip>
          <Chip id="worse-no" on={!draft.worse} onPress={() => onWrite({ category: draft.category, worse: false })}>
            不是
          </Chip>
        </View>
      )}
    </>
  );
}
