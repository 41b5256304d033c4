import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useEffect } from 'react';
import type { Output } from '../../../../shared/contract/client.ts';
import type { questionnaireRoutes } from '../../../../shared/contract/questionnaires.ts';
import { isChosenFrom, MOST_OWN, type OwnKind } from '../../../../shared/surveys/own-kinds.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useDraftChoice } from '../../kernel/draft.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chips } from '../../kernel/parts/Choice.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { useSend } from '../../kernel/send.ts';
import { draftFrom, EMPTY, givenOf, type OwnDraft, type PaperDraft, previewOf } from './draft.ts';
import { Asks, KINDS } from './Preview.tsx';
import '../surveys.scss';

type Found = Output<(typeof questionnaireRoutes)['questionnaires']>;

const ASKED_AS = (['satisfaction', 'single', 'multiple', 'scale', 'words'] as const).map((name) => ({ name, label: KINDS[name] }));

/** The questions there are already, so that what they come to compares with the half-yearly survey. */
function Bank({ bank, chosen, onChoose }: { bank: Found['bank']; chosen: readonly string[]; onChoose: (chosen: string[]) => void }) {
  return (
    <View className="chips mt8">
      {bank.map(({ code, label, text }) => {
        const isOn = chosen.includes(code);
        return (
          <Press
            key={code}
            id={`bank-${code}`}
            className={`chip ${isOn ? 'on' : ''}`}
            role="checkbox"
            checked={isOn}
            onPress={() => onChoose(isOn ? chosen.filter((one) => one !== code) : [...chosen, code])}
          >
            {label === '总的来说' ? text : label}
          </Press>
        );
      })}
    </View>
  );
}

interface OwnProps {
  own: OwnDraft;
  nth: number;
  wrong: string | undefined;
  onWrite: (own: OwnDraft) => void;
  onDrop: () => void;
}

/** One question of the estate's own. */
function Own({ own, nth, wrong, onWrite, onDrop }: OwnProps) {
  return (
    <View className="card mt8" id={`own-${nth}`}>
      <View className="row tight">
        <Text className="b grow">自己写的第 {nth} 题</Text>
        <Press id={`drop-${nth}`} className="link" onPress={onDrop}>
          不要了
        </Press>
      </View>
      {wrong && <View className="sub red">{wrong}</View>}
      <View className="mt8">
        <Area
          id={`own-text-${nth}`}
          words={own.text}
          hint="问什么"
          max={100}
          wrong={wrong !== undefined}
          onWrite={(text) => onWrite({ ...own, text })}
        />
      </View>
      <Chips id={`own-kind-${nth}`} className="mt8" items={ASKED_AS} chosen={own.kind} onChoose={(kind: OwnKind) => onWrite({ ...own, kind })} />
      {isChosenFrom(own.kind) && (
        <View className="mt8">
          <Area
            id={`own-options-${nth}`}
            words={own.options}
            hint="可选的答案，一行一个"
            max={180}
            onWrite={(options) => onWrite({ ...own, options })}
          />
        </View>
      )}
    </View>
  );
}

const nameFor = ({ offices }: Found, office: string) =>
  offices.filter(({ mayWrite }) => mayWrite).length > 1 ? offices.find(({ id }) => id === office)?.name : undefined;

interface FormProps {
  found: Found;
  /** The estate it is for, to whoever writes for several. */
  forWhich: string | undefined;
  draft: PaperDraft;
  refused: unknown;
  onChange: (part: Partial<PaperDraft>) => void;
}

function Form({ found, forWhich, draft, refused, onChange }: FormProps) {
  const { title, chosen, own } = draft;
  const preview = previewOf(draft, found.bank);
  return (
    <>
      {forWhich && <View className="lead">给{forWhich}</View>}
      <View className="sub">品质管理部审内容，管理者代表批准；都同意了才能发给住户。</View>
      <View className="label">问卷叫什么</View>
      <Area
        id="title"
        words={title}
        hint="比如：停车位怎么分"
        max={30}
        wrong={wrongWith(refused, 'title') !== undefined}
        onWrite={(next) => onChange({ title: next })}
      />
      <View className="label">题库里选</View>
      <View className="cap">选了能和半年一次的比</View>
      <Bank bank={found.bank} chosen={chosen} onChoose={(next) => onChange({ chosen: next })} />
      <View className="label">自己写的题</View>
      {own.map((one, index) => (
        <Own
          key={`${index + 1}`}
          own={one}
          nth={index + 1}
          wrong={wrongWith(refused, `own.${index}`)}
          onWrite={(next) => onChange({ own: own.map((other, at) => (at === index ? next : other)) })}
          onDrop={() => onChange({ own: own.filter((_, at) => at !== index) })}
        />
      ))}
      {own.length < MOST_OWN && (
        <View className="mt8">
          <Button id="add-own" onPress={() => onChange({ own: [...own, { kind: 'single', text: '', options: '' }] })}>
            加一题
          </Button>
        </View>
      )}
      {preview.some(({ questions }) => questions.length > 0) && (
        <>
          <View className="sec">住户看到的</View>
          <View className="card" id="preview">
            <View className="lead survey-title">{title}</View>
            <Asks sections={preview} />
          </View>
        </>
      )}
    </>
  );
}

/** 写问卷: chosen from the bank and written besides, as the households will find it (S8). */
export default function WriteQuestionnairePage() {
  const { office = '', id = '' } = useRouter().params;
  const asked = useAsked(() => api.questionnaires({}), 'questionnaires');
  const [draft, setDraft, forget] = useDraftChoice<PaperDraft>(`questionnaire.${office}.${id}`, EMPTY);
  const { send, busy, refused, forgive } = useSend();
  const before = asked.value?.items.find((one) => one.id === id);
  useEffect(() => {
    if (before && draft.title === '' && draft.chosen.length === 0 && draft.own.length === 0) setDraft(draftFrom(before));
  }, [before?.id]);
  const change = (part: Partial<PaperDraft>) => {
    forgive();
    setDraft({ ...draft, ...part });
  };
  const submit = async () => {
    if (!(await send({ officeId: office, ...(id ? { questionnaireId: id } : {}), ...givenOf(draft) }, api.submitQuestionnaire))) return;
    forget();
    await Taro.navigateBack();
  };
  return (
    <Screen
      foot={
        <>
          <Refusal refused={refused} kept="写好的都还在" />
          <Button id="submit-questionnaire" look="main" busy={busy} onPress={submit}>
            交品质管理部审
          </Button>
        </>
      }
    >
      <Shown asked={asked}>
        {(found) => <Form found={found} forWhich={nameFor(found, office)} draft={draft} refused={refused} onChange={change} />}
      </Shown>
    </Screen>
  );
}
