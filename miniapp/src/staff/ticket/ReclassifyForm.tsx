import { View } from '@tarojs/components';
import { allCategoriesFor, categoryOf, urgencyOf } from '../../../../shared/repairs/categories.ts';
import { sayReportVows } from '../../../../shared/repairs/vows.ts';
import { useDraft, useDraftChoice } from '../../kernel/draft.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chip, Chips } from '../../kernel/parts/Choice.tsx';
import { UrgencyTag } from '../../kernel/parts/Tag.tsx';
import { wrongWith } from '../../kernel/say.ts';
import type { FormProps } from './form.ts';

/** 改类别: where the urgency moves, the clocks run again from receipt (R1, R2). */
export function ReclassifyForm({ ticket, work, now, onDone }: FormProps) {
  const [chosen, choose, forgetChoice] = useDraftChoice(`reclassify-choice.${work.id}`, { code: ticket.category, worse: false, danger: false });
  const { code, worse, danger } = chosen;
  const [why, write, forget] = useDraft(`reclassify.${work.id}`);
  const category = categoryOf(code);
  const urgency = category && urgencyOf(category, ticket.place, worse, danger).urgency;
  const submit = async () => {
    if (!(await work.act('reclassify', { category: code, worse: Boolean(category?.worse) && worse, danger, why }))) return;
    forget();
    forgetChoice();
    onDone();
  };
  return (
    <>
      <Chips
        id="category"
        className="mt12"
        items={allCategoriesFor(ticket.place).map((one) => ({ name: one.code, label: one.label }))}
        chosen={code}
        onChoose={(one) => choose({ ...chosen, code: one })}
      />
      <View className="chips mt12">
        {category?.worse && (
          <Chip id="worse" on={worse} onPress={() => choose({ ...chosen, worse: !worse })}>
            {category.worse.question.replace('？', '')}
          </Chip>
        )}
        <Chip id="danger" on={danger} onPress={() => choose({ ...chosen, danger: !danger })}>
          有人有危险
        </Chip>
      </View>
      {urgency && (
        <View className="row tight wrap mt12">
          <UrgencyTag urgency={urgency} />
          <View className="sub">从收到算起，{sayReportVows(urgency, now)}</View>
        </View>
      )}
      <View className="label">
        为什么<View className="cap">急修改成一般要写</View>
      </View>
      <Area id="why" words={why} hint="比如：去看过，水已经不漏了" max={200} wrong={wrongWith(work.refused, 'why') !== undefined} onWrite={write} />
      <View className="mt16">
        <Button id="do-reclassify" look="main" busy={work.busy} onPress={submit}>
          改类别
        </Button>
      </View>
    </>
  );
}
