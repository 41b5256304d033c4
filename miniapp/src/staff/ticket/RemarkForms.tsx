import { View } from '@tarojs/components';
import { REMARK_KINDS, type RemarkKind } from '../../../../shared/remarks/decide.ts';
import type { Action } from '../../../../shared/tickets/actions.ts';
import { FIELDS, type Field, SORTED_FIELDS } from '../../../../shared/tickets/fields.ts';
import { KIND_LABELS } from '../../../../shared/tickets/ticket.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useDraft, useDraftChoice } from '../../kernel/draft.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chip, Chips } from '../../kernel/parts/Choice.tsx';
import { MomentChoice } from '../../kernel/parts/MomentChoice.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { wrongWith } from '../../kernel/say.ts';
import type { FormProps } from './form.ts';
import type { Command } from './work.ts';

interface Written {
  action: Command & Action;
  hint: string;
  /** What is asked before the words: by when. */
  until?: string;
  button: string;
}

/** Words residents read, with a day where one is promised. */
const written = ({ action, hint, until, button }: Written) =>
  function WrittenForm({ work, now, onDone }: FormProps) {
    const [words, write, forget] = useDraft(`${action}.${work.id}`);
    const [chosen, choose, forgetDay] = useDraftChoice(`${action}-until.${work.id}`, '');
    const at = chosen && new Date(chosen) > now ? new Date(chosen) : null;
    const submit = async () => {
      if (!(await work.act(action, { words, ...(until ? { dueBy: at?.toISOString() ?? '' } : {}) }))) return;
      forget();
      forgetDay();
      onDone();
    };
    return (
      <>
        {until && <View className={`label ${wrongWith(work.refused, 'dueBy') ? 'wrong' : ''}`}>{until}</View>}
        {until && <MomentChoice chosen={at} now={now} onChoose={(day) => choose(day.toISOString())} />}
        <View className="label">
          对住户说的<View className="cap">住户看得到</View>
        </View>
        <Area id={`${action}-words`} words={words} hint={hint} wrong={wrongWith(work.refused, 'words') !== undefined} onWrite={write} />
        <View className="mt16">
          <Button id={`do-${action}`} look="main" busy={work.busy} onPress={submit}>
            {button}
          </Button>
        </View>
      </>
    );
  };

/** 不采纳: why, by which rule, and what is possible (I11). */
function DeclineForm({ work, onDone }: FormProps) {
  const [words, write, forget] = useDraft(`decline.${work.id}`);
  const [rule, writeRule, forgetRule] = useDraft(`decline-rule.${work.id}`);
  const [instead, writeInstead, forgetInstead] = useDraft(`decline-instead.${work.id}`);
  const submit = async () => {
    if (!(await work.act('decline', { words, rule, instead }))) return;
    forget();
    forgetRule();
    forgetInstead();
    onDone();
  };
  return (
    <>
      <View className="label">为什么</View>
      <Area id="decline-words" words={words} hint="先谢谢住户，再说理由" wrong={wrongWith(work.refused, 'words') !== undefined} onWrite={write} />
      <View className="label">按哪条规定</View>
      <Area
        id="decline-rule"
        words={rule}
        hint="比如：客户公约第 12 条"
        max={100}
        wrong={wrongWith(work.refused, 'rule') !== undefined}
        onWrite={writeRule}
      />
      <View className="label">
        能做到的是什么<View className="cap">可以不写</View>
      </View>
      <Area id="decline-instead" words={instead} hint="比如：可以放到地下车库" max={200} onWrite={writeInstead} />
      <View className="cap mt8">住户不认同，就由品质管理部答复。</View>
      <View className="mt16">
        <Button id="do-decline" look="main" busy={work.busy} onPress={submit}>
          不采纳，告诉住户
        </Button>
      </View>
    </>
  );
}

/** 归类: which kind, which field of service (I3, I18). */
function SortForm({ ticket, work, onDone }: FormProps) {
  const [kind, chooseKind] = useDraftChoice<RemarkKind>(`sort-kind.${work.id}`, ticket.kind as RemarkKind);
  const [field, chooseField] = useDraftChoice<Field | null>(`sort-field.${work.id}`, null);
  const submit = async () => {
    if (await work.act('sort', { kind, ...(field ? { field } : {}) })) onDone();
  };
  return (
    <>
      <View className="label">是哪一种</View>
      <Chips id="sort-kind" items={REMARK_KINDS.map((name) => ({ name, label: KIND_LABELS[name] }))} chosen={kind} onChoose={chooseKind} />
      <View className={`label ${wrongWith(work.refused, 'field') ? 'wrong' : ''}`}>关于哪一块</View>
      <View className="chips">
        {SORTED_FIELDS.map((name) => (
          <Chip key={name} id={`field-${name}`} on={name === field} onPress={() => chooseField(name)}>
            {FIELDS[name]}
          </Chip>
        ))}
      </View>
      <View className="mt16">
        <Button id="do-sort" look="main" busy={work.busy} onPress={submit}>
          归类
        </Button>
      </View>
    </>
  );
}

/** 回谢: whom it is for, by tapping, and what the resident reads. */
function ThankForm({ ticket, work, onDone }: FormProps) {
  const asked = useAsked(() => api.praisable({ id: ticket.id }), ticket.id);
  const [words, write, forget] = useDraft(`thank.${work.id}`);
  const [praised, choose, forgetPraised] = useDraftChoice<string[]>(`thank-praised.${work.id}`, []);
  const tap = (id: string) => choose(praised.includes(id) ? praised.filter((one) => one !== id) : [...praised, id]);
  const submit = async () => {
    if (!(await work.act('thank', { words, praised }))) return;
    forget();
    forgetPraised();
    onDone();
  };
  return (
    <>
      <View className={`label ${wrongWith(work.refused, 'praised') ? 'wrong' : ''}`}>
        表扬的是谁<View className="cap">说不清就不点</View>
      </View>
      <Shown asked={asked}>
        {({ items }) => (
          <View className="chips">
            {items.map(({ id, name, title }) => (
              <Chip key={id} id={`praised-${id}`} on={praised.includes(id)} onPress={() => tap(id)}>
                {name} {title}
              </Chip>
            ))}
          </View>
        )}
      </Shown>
      <View className="cap mt8">本人和主任都会收到，看得到住户的原话。</View>
      <View className="label">
        对住户说的<View className="cap">住户看得到</View>
      </View>
      <Area id="thank-words" words={words} hint="谢谢住户，说已经转告" wrong={wrongWith(work.refused, 'words') !== undefined} onWrite={write} />
      <View className="mt16">
        <Button id="do-thank" look="main" busy={work.busy} onPress={submit}>
          回谢并转告
        </Button>
      </View>
    </>
  );
}

/** What is done with a suggestion, praise or an enquiry. */
export const REMARK_FORMS = {
  sort: SortForm,
  reply: written({ action: 'reply', hint: '答全了再发', button: '答复' }),
  promiseAnswer: written({ action: 'promiseAnswer', until: '什么时候答复', hint: '比如：要问开发商，周四前答复您', button: '约好答复的时间' }),
  study: written({ action: 'study', until: '什么时候答复采不采纳', hint: '比如：要请电梯公司来看', button: '要研究，告诉住户' }),
  adopt: written({ action: 'adopt', until: '哪天做成', hint: '比如：说得对，我们月底前装好', button: '采纳，告诉住户' }),
  carryOut: written({ action: 'carryOut', hint: '做成了什么、在哪里', button: '做成了' }),
  decline: DeclineForm,
  answerAbove: written({ action: 'answerAbove', hint: '看过以后怎么定的、为什么', button: '答复住户' }),
  thank: ThankForm,
};
