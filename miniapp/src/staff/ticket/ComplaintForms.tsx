import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { COMMITTEE, type CommitteePost, UNNAMED_ANSWERS, type UnnamedAnswer } from '../../../../shared/complaints/complaint.ts';
import { foresee } from '../../../../shared/complaints/foresee.ts';
import { letterFor } from '../../../../shared/complaints/letter.ts';
import { channelsOn } from '../../../../shared/intake/channels.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useDraft, useDraftChoice } from '../../kernel/draft.ts';
import { tapForm, wordsForm } from '../../kernel/parts/ActForms.tsx';
import { type About, AgainstChoice, NOBODY } from '../../kernel/parts/AgainstChoice.tsx';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chip, Chips, choicesOf } from '../../kernel/parts/Choice.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { MomentChoice } from '../../kernel/parts/MomentChoice.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { BulletinForm } from './BulletinForm.tsx';
import type { FormProps } from './form.ts';

const INSIDE = '只给同事看';

/** 书面答复: a letter begun from the template, as the complainant will read it (C5). */
const letter = (action: 'interim' | 'formalReply') =>
  function LetterForm({ ticket, work, now, onDone }: FormProps) {
    const isInterim = action === 'interim';
    const template = letterFor({ name: ticket.reporter?.name ?? '', number: ticket.number, receivedAt: new Date(ticket.receivedAt), isInterim });
    const [draft, write, forget] = useDraft(`${action}.${work.id}`);
    const [isPreview, preview] = useState(false);
    const [chosen, choose, forgetDay] = useDraftChoice(`${action}-until.${work.id}`, '');
    const words = draft === '' ? template : draft;
    const at = chosen && new Date(chosen) > now ? new Date(chosen) : null;
    const submit = async () => {
      if (!(await work.act(action, { words, ...(isInterim ? { dueBy: at?.toISOString() ?? '' } : {}) }))) return preview(false);
      forget();
      forgetDay();
      onDone();
    };
    if (isPreview)
      return (
        <>
          <View className="cap">住户看到的样子</View>
          <View className="card said" id="letter-preview">
            {words}
          </View>
          <View className="btns mt16">
            <Button id="edit-letter" onPress={() => preview(false)}>
              再改改
            </Button>
            <Button id={`do-${action}`} look="main" size="wide" busy={work.busy} onPress={submit}>
              {isInterim ? '发给住户' : '正式答复'}
            </Button>
          </View>
        </>
      );
    return (
      <>
        {isInterim && <View className={`label ${wrongWith(work.refused, 'dueBy') ? 'wrong' : ''}`}>什么时候正式答复</View>}
        {isInterim && <MomentChoice chosen={at} now={now} onChoose={(day) => choose(day.toISOString())} />}
        <View className="label">
          书面答复<View className="cap">住户看得到</View>
        </View>
        <Area id={`${action}-words`} words={words} max={1000} hint="" wrong={wrongWith(work.refused, 'words') !== undefined} onWrite={write} />
        <View className="mt16">
          <Button id="see-letter" look="main" onPress={() => preview(true)}>
            看看住户看到的样子
          </Button>
        </View>
      </>
    );
  };

/** 针对谁、什么情形: the wall closes as soon as it is said, and who handles it is decided anew (C3). */
function PointForm({ ticket, work, now, onDone }: FormProps) {
  const { complaint } = ticket;
  const [about, choose] = useState<About>(() => (complaint ? { ...complaint } : NOBODY));
  const [accused, chooseAccused] = useState<readonly string[]>(() => complaint?.accused.map((one) => one.id) ?? []);
  const asked = useAsked(() => api.accusable({ id: work.id }), work.id);
  const toggle = (id: string) => chooseAccused(accused.includes(id) ? accused.filter((one) => one !== id) : [...accused, id]);
  const { against, compensation, danger, media } = about;
  const foreseen = foresee({ door: complaint?.door ?? 'office', against, compensation }, now);
  const submit = async () => {
    if (await work.act('point', { against, compensation, danger, media, accused: [...accused] })) onDone();
  };
  return (
    <>
      <AgainstChoice about={about} onChange={choose} asStaff />
      <View className="label">
        具体是谁<View className="cap">不选，就是现在任这个岗位的每一位</View>
      </View>
      <Shown asked={asked}>
        {({ items }) => (
          <View className="chips">
            {items
              .filter((one) => accused.includes(one.id) || one.against.some((post) => against.includes(post)))
              .map((one) => (
                <Chip key={one.id} id={`accused-${one.id}`} on={accused.includes(one.id)} onPress={() => toggle(one.id)}>
                  {one.name} {one.post}
                </Chip>
              ))}
          </View>
        )}
      </Shown>
      <View className="cap mt8">
        记下以后：到{foreseen.who}（{foreseen.why}）。被投诉的人马上看不到这一件。
      </View>
      <View className="mt16">
        <Button id="do-point" look="main" busy={work.busy} onPress={submit}>
          记下
        </Button>
      </View>
    </>
  );
}

/** 转为投诉 (I3). */
function BecomeForm({ work, now, onDone }: FormProps) {
  const [about, choose] = useState<About>(NOBODY);
  const [door, chooseDoor] = useState<'office' | 'company'>('office');
  const { against, compensation } = about;
  const foreseen = foresee({ door, against, compensation }, now);
  const submit = async () => {
    if (await work.act('becomeComplaint', { door, ...about })) onDone();
  };
  return (
    <>
      <Chips
        id="door"
        items={[
          { name: 'office', label: '小区处理' },
          { name: 'company', label: '交公司品质管理部' },
        ]}
        chosen={door}
        onChoose={chooseDoor}
      />
      <AgainstChoice about={about} onChange={choose} asStaff />
      <View className="cap mt8">
        前面的话都留着。到{foreseen.who}：{foreseen.why}。
      </View>
      <View className="mt16">
        <Button id="do-becomeComplaint" look="main" busy={work.busy} onPress={submit}>
          转为投诉
        </Button>
      </View>
    </>
  );
}

/** 请小区的同事看: leadership lets one in by name (C3). */
function LetInForm({ ticket, work, onDone }: FormProps) {
  const asked = useAsked(() => api.accusable({ id: work.id }), work.id);
  const [person, choose] = useState('');
  const shut = ticket.complaint?.accused.map((one) => one.id) ?? [];
  const submit = async () => {
    if (await work.act('letIn', { person })) onDone();
  };
  return (
    <>
      <View className="cap">请来的同事看得到这一件的全部；被投诉的人不能请。</View>
      <Shown asked={asked}>
        {({ items }) => (
          <View className="chips">
            {items
              .filter((one) => one.mayBeLetIn && !shut.includes(one.id))
              .map((one) => (
                <Chip key={one.id} id={`person-${one.id}`} on={one.id === person} onPress={() => choose(one.id)}>
                  {one.name} {one.post}
                </Chip>
              ))}
          </View>
        )}
      </Shown>
      <View className="mt16">
        <Button id="do-letIn" look="main" busy={work.busy} onPress={submit}>
          请来看
        </Button>
      </View>
    </>
  );
}

interface Step {
  words: string;
  dueBy: string;
}

/** 纠正方案: step by step, each with its day (C4). */
function PlanForm({ work, now, onDone }: FormProps) {
  const [steps, write, forget] = useDraftChoice<readonly Step[]>(`plan.${work.id}`, [{ words: '', dueBy: '' }]);
  const change = (index: number, part: Partial<Step>) => write(steps.map((step, at) => (at === index ? { ...step, ...part } : step)));
  const submit = async () => {
    if (!(await work.act('setPlan', { steps }))) return;
    forget();
    onDone();
  };
  return (
    <>
      {steps.map((step, index) => (
        <View key={index} className="card">
          <View className="row">
            <Text className="b grow">第 {index + 1} 步</Text>
            {steps.length > 1 && (
              <Press id={`drop-${index}`} label="去掉这一步" className="link" onPress={() => write(steps.filter((_, at) => at !== index))}>
                <Icon name="x" />
              </Press>
            )}
          </View>
          <Area
            id={`step-${index}`}
            words={step.words}
            max={200}
            hint="做什么、谁来做"
            wrong={wrongWith(work.refused, 'steps') !== undefined}
            onWrite={(words) => change(index, { words })}
          />
          <MomentChoice chosen={step.dueBy ? new Date(step.dueBy) : null} now={now} onChoose={(day) => change(index, { dueBy: day.toISOString() })} />
        </View>
      ))}
      <Button id="add-step" onPress={() => write([...steps, { words: '', dueBy: '' }])}>
        再加一步
      </Button>
      <View className="mt16">
        <Button id="do-setPlan" look="main" busy={work.busy} onPress={submit}>
          定下方案
        </Button>
      </View>
    </>
  );
}

interface Asked {
  field: string;
  label: string;
  hint: string;
  max: number;
}

/** Two things in writing, for colleagues. */
const twofold = (action: 'recordCause' | 'review' | 'reportMajor', fields: readonly [Asked, Asked], button: string) =>
  function TwofoldForm({ work, onDone }: FormProps) {
    const [first, second] = fields;
    const [one, writeOne, forgetOne] = useDraft(`${action}-${first.field}.${work.id}`);
    const [other, writeOther, forgetOther] = useDraft(`${action}-${second.field}.${work.id}`);
    const submit = async () => {
      if (!(await work.act(action, { [first.field]: one, [second.field]: other }))) return;
      forgetOne();
      forgetOther();
      onDone();
    };
    const area = ({ field, label, hint, max }: Asked, words: string, write: (words: string) => void) => (
      <>
        <View className={`label ${wrongWith(work.refused, field) ? 'wrong' : ''}`}>{label}</View>
        <Area id={`${action}-${field}`} words={words} max={max} hint={hint} wrong={wrongWith(work.refused, field) !== undefined} onWrite={write} />
      </>
    );
    return (
      <>
        <View className="cap">只给同事看</View>
        {area(first, one, writeOne)}
        {area(second, other, writeOther)}
        <View className="mt16">
          <Button id={`do-${action}`} look="main" busy={work.busy} onPress={submit}>
            {button}
          </Button>
        </View>
      </>
    );
  };

const POSTS = choicesOf(COMMITTEE);
const WAYS = channelsOn()
  .filter((row) => ['hotline_duty', 'front_desk', 'home_visit', 'letter', 'activity'].includes(row.code))
  .map((row) => ({ name: row.code, label: row.code === 'hotline_duty' ? '电话' : row.label }));

/** 记告诉了业委会: that there is one, and nothing of it (Z9). */
function TellCommitteeForm({ work, onDone }: FormProps) {
  const [whom, choose] = useState<CommitteePost>('chair');
  const [channel, chooseWay] = useState<(typeof WAYS)[number]['name']>('hotline_duty');
  const submit = async () => {
    if (await work.act('tellCommittee', { whom, channel })) onDone();
  };
  return (
    <>
      <View className="cap">只说有一件投诉公司领导的投诉；是谁、什么事、怎么办，都不说。刚告诉的，现在就记。</View>
      <View className="label">告诉了谁</View>
      <Chips id="whom" items={POSTS} chosen={whom} onChoose={choose} />
      <View className="label">怎么告诉的</View>
      <Chips id="way" items={WAYS} chosen={channel} onChoose={chooseWay} />
      <View className="mt16">
        <Button id="do-tellCommittee" look="main" busy={work.busy} onPress={submit}>
          记下
        </Button>
      </View>
    </>
  );
}

const HOWS = choicesOf(UNNAMED_ANSWERS);

/** 记怎么答复的: where nobody said who they are (C10). */
function AnswerUnnamedForm({ work, onDone }: FormProps) {
  const [how, choose] = useState<UnnamedAnswer>('public');
  const [words, write, forget] = useDraft(`answerUnnamed.${work.id}`);
  const submit = async () => {
    if (!(await work.act('answerUnnamed', { how, words }))) return;
    forget();
    onDone();
  };
  return (
    <>
      <View className="cap">没留姓名：能在公开的地方答复的就公开答复，别写出可能是谁。</View>
      <Chips id="how" items={HOWS} chosen={how} onChoose={choose} />
      <Area
        id="answerUnnamed-words"
        words={words}
        hint={how === 'public' ? '在哪里、怎么答复的' : '为什么没有地方答复，查到了什么'}
        wrong={wrongWith(work.refused, 'words') !== undefined}
        onWrite={write}
      />
      <View className="mt16">
        <Button id="do-answerUnnamed" look="main" busy={work.busy} onPress={submit}>
          记下
        </Button>
      </View>
    </>
  );
}

/** What is done with a complaint. */
export const COMPLAINT_FORMS = {
  becomeComplaint: BecomeForm,
  point: PointForm,
  escalate: wordsForm('escalate', { note: INSIDE, hint: '试过什么、为什么解决不了', button: '上报' }),
  letIn: LetInForm,
  interim: letter('interim'),
  formalReply: letter('formalReply'),
  setPlan: PlanForm,
  stepDone: wordsForm('stepDone', { note: INSIDE, hint: '做了什么、结果怎样', button: '这一步做完了' }),
  recordCause: twofold(
    'recordCause',
    [
      { field: 'cause', label: '根本原因', hint: '为什么会发生', max: 500 },
      { field: 'prevention', label: '预防措施', hint: '怎样不再发生', max: 500 },
    ],
    '记下',
  ),
  review: twofold(
    'review',
    [
      { field: 'took', label: '谁参加', hint: '哪些部门、哪几位', max: 200 },
      { field: 'words', label: '怎么定的', hint: '会审的结论', max: 500 },
    ],
    '记下会审',
  ),
  callMajor: wordsForm('callMajor', { note: '只给同事看；以后要写报告和通报稿', hint: '为什么是重大的', button: '定为重大投诉' }),
  reportMajor: twofold(
    'reportMajor',
    [
      { field: 'report', label: '纠正措施报告', hint: '查明什么、怎么处理、怎么防止', max: 1000 },
      { field: 'bulletin', label: '给全企业的通报稿', hint: '不要写是谁投诉的', max: 500 },
    ],
    '交报告和通报稿',
  ),
  issueBulletin: BulletinForm,
  tellCommittee: TellCommitteeForm,
  answerUnnamed: AnswerUnnamedForm,
  recordNoContact: wordsForm('recordNoContact', { note: '没留姓名，没有人可以问；只给同事看', hint: '看过什么、改了没有', button: '记下没法回访' }),
  conclude: tapForm('conclude', '原因和方案都办完了，住户也满意（没留姓名的不用等）。结案以后的几天里，住户还可以说没解决。', '结案'),
  fileUnheard: tapForm('fileUnheard', '几次都联系不上：先归档，不算解决。住户随时可以说还没解决，接着办。', '先归档'),
};
