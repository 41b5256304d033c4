import { View } from '@tarojs/components';
import { MAX_GUIDE_TITLE } from '../../../../shared/contract/guide.ts';
import { GUIDE_SECTIONS, type GuideSection } from '../../../../shared/guide/sections.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Chips, choicesOf } from '../../kernel/parts/Choice.tsx';
import { Field } from '../../kernel/parts/Field.tsx';
import { wrongWith } from '../../kernel/say.ts';

const SECTIONS = choicesOf(GUIDE_SECTIONS);

/** An entry as it is being written. */
export interface EntryDraft {
  section: GuideSection;
  title: string;
  words: string;
  phone: string;
}

/** The fields of one entry. */
export function EntryForm({ draft, refused, onWrite }: { draft: EntryDraft; refused: unknown; onWrite: (draft: EntryDraft) => void }) {
  return (
    <>
      <View className="label">放在哪一栏</View>
      <Chips id="entry-section" items={SECTIONS} chosen={draft.section} onChoose={(section) => onWrite({ ...draft, section })} />
      <Field
        id="entry-title"
        label="住户会怎么问"
        words={draft.title}
        hint="比如：装修垃圾放哪里"
        max={MAX_GUIDE_TITLE}
        wrong={wrongWith(refused, 'title')}
        onWrite={(title) => onWrite({ ...draft, title })}
      />
      <View className={`label ${wrongWith(refused, 'words') ? 'wrong' : ''}`}>怎么答</View>
      <Area
        id="entry-words"
        words={draft.words}
        hint="在哪里、几点到几点、带什么"
        wrong={wrongWith(refused, 'words') !== undefined}
        onWrite={(words) => onWrite({ ...draft, words })}
      />
      <Field
        id="entry-phone"
        label="电话（可以不写）"
        words={draft.phone}
        hint="公共的电话，个人手机号不登"
        max={20}
        wrong={wrongWith(refused, 'phone')}
        onWrite={(phone) => onWrite({ ...draft, phone })}
      />
    </>
  );
}
