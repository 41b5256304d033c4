import { View } from '@tarojs/components';
import { useState } from 'react';
import { exchangeRoutes } from '../../../../shared/contract/exchanges.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useDraft } from '../../kernel/draft.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chip } from '../../kernel/parts/Choice.tsx';
import { MomentChoice } from '../../kernel/parts/MomentChoice.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Sheet } from '../../kernel/parts/Sheet.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { useSend } from '../../kernel/send.ts';

const { params, body } = exchangeRoutes.distributeExchange;
const SCHEMA = params.extend(body.shape);

interface Props {
  id: string;
  now: Date;
  onDone: () => void;
  onClose: () => void;
}

/** 传达给各部门: which units, and by when each answers (D8). */
export function GivingOut({ id, now, onDone, onClose }: Props) {
  const asked = useAsked(() => api.exchangeUnits({ id }), `units of ${id}`);
  const [chosen, choose] = useState<readonly string[]>([]);
  const [answerBy, setAnswerBy] = useState<Date | null>(null);
  const [words, write, forget] = useDraft(`give-out.${id}`);
  const { send, busy, refused } = useSend();
  const offices = asked.value?.offices ?? [];
  const open = offices.flatMap((office) => office.units.filter((unit) => !unit.told).map((unit) => `${office.id}/${unit.department}`));
  const toggle = (names: readonly string[]) =>
    choose(names.every((name) => chosen.includes(name)) ? chosen.filter((name) => !names.includes(name)) : [...new Set([...chosen, ...names])]);
  const submit = async () => {
    const units = chosen.map((name) => {
      const [officeId = '', department = ''] = name.split('/');
      return { officeId, department: department as never };
    });
    if (!(await send({ id, units, answerBy: answerBy?.toISOString() ?? '', words }, api.distributeExchange, SCHEMA))) return;
    forget();
    onDone();
  };
  const wrong = (field: string) => (wrongWith(refused, field) === undefined ? '' : 'wrong');
  return (
    <Sheet title="传达给各部门" onClose={onClose}>
      <Shown asked={asked}>
        {() => (
          <>
            <View className={`chips mt8 ${wrong('units')}`}>
              <Chip id="every-unit" on={open.length > 0 && open.every((name) => chosen.includes(name))} onPress={() => toggle(open)}>
                全部部门
              </Chip>
            </View>
            {offices.map((office) => (
              <View key={office.id}>
                <View className="label">{office.name}</View>
                <View className="chips">
                  {office.units.map((unit) => {
                    const name = `${office.id}/${unit.department}`;
                    return unit.told ? (
                      <View key={name} className="cap">
                        {unit.label}传达过了
                      </View>
                    ) : (
                      <Chip key={name} id={`unit-${office.name}-${unit.department}`} on={chosen.includes(name)} onPress={() => toggle([name])}>
                        {unit.label} {unit.headName}
                      </Chip>
                    );
                  })}
                </View>
              </View>
            ))}
            <View className={`label ${wrong('answerBy')}`}>什么时候前回话</View>
            <MomentChoice chosen={answerBy} now={now} onChoose={setAnswerBy} />
            <View className="label">要各部门怎么做（可以不写）</View>
            <Area id="give-out-words" words={words} hint="比如：请在早会上传达到每个人" onWrite={write} />
            <Refusal refused={refused} />
            <View className="mt16">
              <Button id="do-distribute" look="main" busy={busy} onPress={submit}>
                传达给 {chosen.length} 个部门
              </Button>
            </View>
          </>
        )}
      </Shown>
    </Sheet>
  );
}
