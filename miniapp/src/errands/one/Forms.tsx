import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ErrandDetail } from '../../../../shared/contract/errands.ts';
import { NOTICE_OUTCOMES } from '../../../../shared/exchange/giving-out.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useDraft } from '../../kernel/draft.ts';
import { tapForm, wordsForm } from '../../kernel/parts/ActForms.tsx';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chips, choicesOf } from '../../kernel/parts/Choice.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { ColleagueChips } from '../ColleagueChips.tsx';
import type { ErrandWork } from './act.ts';
import { FailsForm, HoldsForm } from './DeedForms.tsx';
import { CopyForm } from './LetterForms.tsx';

export interface ErrandFormProps {
  errand: ErrandDetail;
  work: ErrandWork;
  now: Date;
  onDone: () => void;
}

const HOW = choicesOf({ message: '发消息', phone: '电话', face_to_face: '当面', letter: '书面' });

/** 告诉住户: in the app they read it in their own thread (D7). */
function TellForm({ work, onDone }: ErrandFormProps) {
  const [words, write, forget] = useDraft(`errand-tell.${work.id}`);
  const [how, choose] = useState<(typeof HOW)[number]['name']>('message');
  const submit = async () => {
    if (!(await work.act('tellResident', { how, words }))) return;
    forget();
    onDone();
  };
  return (
    <>
      <View className="label">怎么告诉的</View>
      <Chips id="how" items={HOW} chosen={how} onChoose={choose} />
      <View className="cap mt8">{how === 'message' ? '这段话住户马上看到' : '记下您怎么说的，只给同事看'}</View>
      <Area
        id="tell-words"
        words={words}
        hint={how === 'message' ? '写给住户的话' : '您怎么说的、住户怎么说'}
        wrong={wrongWith(work.refused, 'words') !== undefined}
        onWrite={write}
      />
      <View className="mt16">
        <Button id="do-tellResident" look="main" busy={work.busy} onPress={submit}>
          {how === 'message' ? '发给住户' : '告诉过了'}
        </Button>
      </View>
    </>
  );
}

const REPORT = [
  { field: 'cause', label: '原因', hint: '为什么会发生' },
  { field: 'correction', label: '纠正', hint: '当时怎么处理的' },
  { field: 'prevention', label: '预防', hint: '以后怎么不再发生' },
] as const;

/** 纠正和预防措施报告 (I8). */
function ReportForm({ work, onDone }: ErrandFormProps) {
  const drafts = {
    cause: useDraft(`errand-cause.${work.id}`),
    correction: useDraft(`errand-correction.${work.id}`),
    prevention: useDraft(`errand-prevention.${work.id}`),
  };
  const submit = async () => {
    const [[cause], [correction], [prevention]] = [drafts.cause, drafts.correction, drafts.prevention];
    if (!(await work.act('writeReport', { cause, correction, prevention }))) return;
    for (const [, , forget] of Object.values(drafts)) forget();
    onDone();
  };
  return (
    <>
      {REPORT.map(({ field, label, hint }) => {
        const [words, write] = drafts[field];
        const isWrong = wrongWith(work.refused, field) !== undefined;
        return (
          <View key={field}>
            <View className={`label ${isWrong ? 'wrong' : ''}`}>{label}</View>
            <Area id={`report-${field}`} words={words} hint={hint} wrong={isWrong} onWrite={write} />
          </View>
        );
      })}
      <View className="mt16">
        <Button id="do-writeReport" look="main" busy={work.busy} onPress={submit}>
          交报告
        </Button>
      </View>
    </>
  );
}

const OUTCOMES = choicesOf(NOTICE_OUTCOMES);

/** 说说怎么处理的: what the unit did with what it was told (D8). */
function AnswerForm({ work, onDone }: ErrandFormProps) {
  const [words, write, forget] = useDraft(`errand-answer.${work.id}`);
  const [how, choose] = useState<(typeof OUTCOMES)[number]['name']>('told');
  const submit = async () => {
    if (!(await work.act('answerNotice', { how, words }))) return;
    forget();
    onDone();
  };
  return (
    <>
      <View className="label">怎么处理的</View>
      <Chips id="how" items={OUTCOMES} chosen={how} onChoose={choose} />
      <View className="mt8">
        <Area id="answer-words" words={words} hint="传达给了谁、做了什么" wrong={wrongWith(work.refused, 'words') !== undefined} onWrite={write} />
      </View>
      <View className="mt16">
        <Button id="do-answerNotice" look="main" busy={work.busy} onPress={submit}>
          回话
        </Button>
      </View>
    </>
  );
}

/** Whom it can be given: of a measure, or of what an open letter promised, whoever works there; of a letter whoever heads a department. */
async function whoCan({ about, letterId }: ErrandDetail): Promise<{ id: string; name: string; post: string }[]> {
  if (about) return (await api.analysisActions({ month: about.figure.month, officeId: about.figure.officeId })).people;
  if (letterId) return (await api.openLetter({ id: letterId })).people;
  return (await api.errandUnits({})).units.map(({ headId, headName, label }) => ({ id: headId, name: headName, post: label }));
}

/** 换个人做: somebody else of those who could have been asked first. */
function HandOnForm({ errand, work, onDone }: ErrandFormProps) {
  const asked = useAsked(() => whoCan(errand), `who can ${errand.id}`);
  const [holder, choose] = useState('');
  const submit = async () => {
    if (await work.act('handOn', { holder })) onDone();
  };
  return (
    <>
      <View className="sub">做好的时间不变；对方马上收到。</View>
      <Shown asked={asked}>{(people) => <ColleagueChips people={people} chosen={holder} onChoose={choose} />}</Shown>
      <View className="mt16">
        <Button id="do-handOn" look="main" busy={work.busy} onPress={submit}>
          换成这位
        </Button>
      </View>
    </>
  );
}

const INSIDE = '只给同事看';

const GiveBackForm = wordsForm('giveBack', { note: INSIDE, hint: '做了什么，结果怎样', button: '交回结果' });
const DeedDoneForm = wordsForm('giveBack', {
  note: '品质管理部问过住户以后，住户看得到；不写人名、号码',
  hint: '做了什么，哪一天做好的',
  button: '做好了',
});

/** What each action asks for. */
export const ERRAND_FORMS: Partial<Record<string, (props: ErrandFormProps) => React.ReactNode>> = {
  take: wordsForm('take', {
    note: '对方马上知道；比要求的晚，写明为什么',
    hint: '要说明的（可以不写）',
    button: '接下',
    until: { field: 'promisedBy', label: '什么时候办好' },
  }),
  progress: wordsForm('progress', {
    note: INSIDE,
    hint: '到哪一步了，还差什么',
    button: '说进展',
    until: { field: 'expectedBy', label: '现在看什么时候能好（可以不选）' },
  }),
  giveBack: (props) => (props.errand.kind === 'deed' ? <DeedDoneForm {...props} /> : <GiveBackForm {...props} />),
  sendBack: wordsForm('sendBack', { note: INSIDE, hint: '哪里没办好', button: '请再办', until: { field: 'answerBy', label: '什么时候要答复' } }),
  receiveBack: wordsForm('receiveBack', { note: INSIDE, hint: '要说明的（可以不写）', button: '收下结果' }),
  verify: wordsForm('verify', { note: '看过现场、问过人再验证', hint: '怎么验证的，看到了什么', button: '验证过了' }),
  withdraw: wordsForm('withdraw', { note: '对方马上知道不用办了', hint: '为什么撤回', button: '撤回这张单' }),
  answerNotice: AnswerForm,
  lead: tapForm('lead', '几个部门的事由一个部门牵头；原来牵头的会知道。', '由它牵头'),
  tellResident: TellForm,
  reach: wordsForm('reach', { note: INSIDE, hint: '联系上了谁，定了怎么办', button: '都联系上了' }),
  registerUrgent: tapForm('registerUrgent', '登记在品质管理部的紧急信息里，接着报给管理者代表。', '登记'),
  report: wordsForm('report', { note: '管理者代表马上收到', hint: '什么事，到哪一步，有没有人受伤、东西损坏', button: '报给管理者代表' }),
  writeReport: ReportForm,
  handOn: HandOnForm,
  answerLetter: wordsForm('answerLetter', { note: INSIDE, hint: '什么时候、怎么答复的，说了什么', button: '记下，办完了' }),
  fileLetter: wordsForm('fileLetter', { note: INSIDE, hint: '为什么不用答复', button: '存档' }),
  copyLetter: CopyForm,
  deedHolds: HoldsForm,
  deedFails: FailsForm,
};
