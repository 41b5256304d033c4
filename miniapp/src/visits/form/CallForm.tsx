import { View } from '@tarojs/components';
import { useState } from 'react';
import type { VisitLine } from '../../../../shared/contract/visits.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import type { CallVisit } from '../../../../shared/visits/script.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { ChannelChoice } from '../../staff/ticket/ChannelChoice.tsx';
import { RevealSheet } from '../../staff/ticket/RevealSheet.tsx';
import { sayTries } from '../tries.ts';
import { About } from './About.tsx';
import { Answers } from './Answers.tsx';
import { type Call, useCall } from './call.ts';
import { Question } from './Question.tsx';
import { Reopens } from './Reopens.tsx';

const REACHED = [
  { name: 'yes', label: '接通了' },
  { name: 'no', label: '没打通' },
] as const;

interface Props {
  line: VisitLine;
  now: Date;
}

/** The resident's number, only after a reason; who tried; what to say first. */
function Calling({ line, now }: Props) {
  const [revealing, setRevealing] = useState(false);
  const reporter = { name: line.residentName, phone: line.residentPhone, as: '' };
  return (
    <>
      <View className="mt12">
        <Button id="visit-reveal" look="line" icon="phone" onPress={() => setRevealing(true)}>
          看号码再打 {line.residentPhone}
        </Button>
      </View>
      {line.tries.length > 0 && (
        <View id="visit-tries" className="sub mt8">
          {sayTries(line, now)}
        </View>
      )}
      <View id="visit-opening" className="visit-opening mt12">
        “{line.opening}”
      </View>
      {revealing && <RevealSheet ticket={{ id: line.ticketId, reporter }} onClose={() => setRevealing(false)} />}
    </>
  );
}

/** What pressing the one button does: saved, reopened, or one more try that nobody answered. */
function Foot({ line, now, call }: Props & { call: Call }) {
  if (line.notBefore)
    return (
      <View id="not-before" className="foot-line">
        这户一周内打过电话，{sayMoment(new Date(line.notBefore), now)} 以后再打
      </View>
    );
  if (call.isReached)
    return (
      <>
        {call.reopens && <Reopens line={line} now={now} />}
        <Button id="do-visit" look="main" size="big" busy={call.busy} onPress={call.save}>
          {call.reopens ? '保存，重开这一件' : '记下这次回访'}
        </Button>
      </>
    );
  return (
    <>
      <View className="foot-line">{line.missing ? `${line.missing}，才能记为联系不上` : '次数够了，可以记为联系不上'}</View>
      <Button id="do-try" look="main" size="big" busy={call.busy} onPress={call.saveTry}>
        记下：现在没打通
      </Button>
      {!line.missing && (
        <Button id="do-end" look="plain" busy={call.busy} onPress={call.end}>
          {line.what === 'weekly_visit' || (line.what === 'quality_visit' && line.kind === 'repair') ? '联系不上，换下一件' : '联系不上，不再打'}
        </Button>
      )}
    </>
  );
}

/** What the resident said in their own words, and how they were reached. */
function Said({ line, call }: { line: VisitLine; call: Call }) {
  const wrong = wrongWith(call.refused, 'words') !== undefined;
  return (
    <>
      {!line.isRepaired && line.what !== 'survey_visit' && <View className="cap mt8">还在返工，没修完的可以不问；只记住户怎么说。</View>}
      <View className={`label ${wrong ? 'wrong' : ''}`}>住户怎么说</View>
      <Area
        id="visit-words"
        words={call.words}
        hint={line.what === 'survey_visit' ? '想说的是什么，希望怎么办' : '比如：修完三天又渗，垫了毛巾'}
        wrong={wrong}
        onWrite={call.write}
      />
      <View className="label">怎么联系的</View>
      <ChannelChoice chosen={call.channel} onChoose={call.setChannel} />
      <View className="cap mt12">住户说起别的事，请另记一件，不写在这里。</View>
    </>
  );
}

/** What residents are asked by phone: three questions and their own words; or that nobody answered. */
export function CallForm({ line, what, now, onTried }: Props & { what: CallVisit; onTried: () => void }) {
  const call = useCall(line, what, onTried);
  return (
    <Screen foot={<Foot line={line} now={now} call={call} />}>
      <About line={line} now={now}>
        <Calling line={line} now={now} />
      </About>
      <Refusal refused={call.refused} />
      <View className="card mt12">
        <Question
          id="reached"
          label="接通了吗"
          choices={REACHED}
          chosen={call.isReached ? 'yes' : 'no'}
          onChoose={(name) => call.reach(name === 'yes')}
        />
        {call.isReached && line.what !== 'survey_visit' && (
          <Answers
            kind={line.kind}
            answers={call.answers}
            refused={call.refused}
            onAnswer={call.answer}
            mayConfirm={call.mayConfirm}
            fixed={call.fixed}
            onFixed={call.setConfirmed}
          />
        )}
      </View>
      {call.isReached && <Said line={line} call={call} />}
    </Screen>
  );
}
