import { View } from '@tarojs/components';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useDraft, useDraftChoice } from '../../kernel/draft.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Pick } from '../../kernel/parts/Choice.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { wrongWith } from '../../kernel/say.ts';
import type { FormProps } from './form.ts';

/** 改派别人: who comes instead of whom this page shows; the promises go over with their clocks. */
export function ReassignForm({ ticket, work, onDone }: FormProps) {
  const now = ticket.responsible?.id ?? '';
  const asked = useAsked(() => api.technicians({ id: ticket.id }), ticket.id);
  const [chosen, choose, forgetChoice] = useDraftChoice<string | null>(`reassign-to.${work.id}`, null);
  const [words, write, forget] = useDraft(`reassign.${work.id}`);
  const content = words || (ticket.confirmedContent ?? ticket.suggestedContent);
  const submit = async () => {
    if (!(await work.act('reassign', { technicianId: chosen ?? '', insteadOf: now, content }))) return;
    forget();
    forgetChoice();
    onDone();
  };
  return (
    <>
      <View className="cap mt4">现在是{ticket.responsible?.name}，答应住户的时间不变。</View>
      <Shown asked={asked}>
        {({ items }) => {
          const others = items.filter((person) => person.id !== now);
          if (others.length === 0) return <View className="strip quiet mt8">现在没有别的师傅在岗，请告诉工程主管</View>;
          return (
            <View className="mt8">
              {others.map((person) => (
                <Pick
                  key={person.id}
                  id={`instead-${person.id}`}
                  on={person.id === chosen}
                  title={person.name}
                  note={person.why}
                  onPress={() => choose(person.id)}
                />
              ))}
            </View>
          );
        }}
      </Shown>
      <View className="label">和住户核对的内容</View>
      <Area id="reassign-content" words={content} hint="要做什么" wrong={wrongWith(work.refused, 'content') !== undefined} onWrite={write} />
      <View className="mt16">
        <Button id="do-reassign" look="main" busy={work.busy} onPress={submit}>
          改派
        </Button>
      </View>
    </>
  );
}
