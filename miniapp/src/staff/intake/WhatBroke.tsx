import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { categoriesFor, categoryOf } from '../../../../shared/repairs/categories.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Chip, Chips } from '../../kernel/parts/Choice.tsx';
import { FacilityChips } from '../../kernel/parts/FacilityChips.tsx';
import { Field } from '../../kernel/parts/Field.tsx';
import type { Draft, PartProps } from './draft.ts';

const PLACES = [
  { name: 'home', label: '家里' },
  { name: 'public', label: '公共地方' },
] as const;

/** Where, what, how badly, and in which words: what a resident would fill in. */
export function WhatBroke({ draft, wrong, onWrite, children }: PropsWithChildren<PartProps>) {
  const question = categoryOf(draft.category)?.worse?.question;
  const choose = (place: Draft['place']) => {
    const stays = categoriesFor(place).some((one) => one.code === draft.category);
    onWrite({ place, ...(stays ? {} : { category: '', worse: false }) });
  };
  return (
    <>
      <View className={`label ${wrong('category') ? 'wrong' : ''}`}>哪里坏了</View>
      <Chips id="place" items={PLACES} chosen={draft.place} onChoose={choose} />
      {draft.place === 'public' && (
        <>
          <Field
            id="where"
            label="在哪里"
            words={draft.where}
            hint="比如 3栋2单元电梯"
            max={40}
            wrong={wrong('where') ? '请写' : undefined}
            onWrite={(where) => onWrite({ where })}
          />
          <FacilityChips officeId={draft.home?.officeId ?? ''} words={draft.where} onChoose={(where) => onWrite({ where })} />
        </>
      )}
      <Chips
        id="category"
        className="mt12"
        items={categoriesFor(draft.place).map((one) => ({ name: one.code, label: one.label }))}
        chosen={draft.category}
        onChoose={(category) => onWrite({ category, worse: false })}
      />
      <View className="chips mt12">
        {question && (
          <Chip id="worse" on={draft.worse} onPress={() => onWrite({ worse: !draft.worse })}>
            {question.replace('？', '')}
          </Chip>
        )}
        <Chip id="danger" on={draft.danger} onPress={() => onWrite({ danger: !draft.danger })}>
          有人有危险
        </Chip>
      </View>
      <View className={`label ${wrong('words') ? 'wrong' : ''}`}>
        原话<Text className="cap">{draft.category === 'other' ? '请写一句' : '可以不写'}</Text>
      </View>
      <Area id="words" words={draft.words} hint="对方怎么说，就怎么写" wrong={wrong('words')} onWrite={(words) => onWrite({ words })}>
        {children}
      </Area>
    </>
  );
}
