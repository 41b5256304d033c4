import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { DemoForward } from '#demo';
import type { MailboxLine } from '../../../../shared/contract/mailbox.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useNow } from '../../kernel/clock.ts';
import { toMailboxLetter } from '../../kernel/go.ts';
import { usePages } from '../../kernel/pages.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { More } from '../../kernel/parts/More.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Segments } from '../../kernel/parts/Segments.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { StandStill } from '../../kernel/parts/StandStill.tsx';
import { useViewer } from '../../kernel/session.ts';
import { toDocuments, toMailboxWriting, toNeedsList, toNeedsWork } from '../go.ts';

const PARTS = [
  { name: 'all', label: '收到的信', id: 'mailbox-all' },
  { name: 'needs', label: '需求普查', id: 'mailbox-needs' },
  { name: 'mine', label: '我写的', id: 'mailbox-mine' },
] as const;
type Part = (typeof PARTS)[number]['name'];

function Row({ letter, now }: { letter: MailboxLine; now: Date }) {
  const { id, need, signed, writerName, words, standing, at, dueBy, answer } = letter;
  const isLate = dueBy !== null && new Date(dueBy) < now;
  return (
    <Press id={`letter-${id}`} className="cell" role="link" onPress={() => toMailboxLetter(id)}>
      <View className="grow">
        <View className="row tight wrap">
          <Text className="tag ours">{need}</Text>
          <Text className="b">{signed ? writerName : '不署名'}</Text>
        </View>
        <View className="said mt4">{words}</View>
        <View className={`sub ${isLate ? 'red' : ''}`}>
          {isLate && '已超时 · '}
          <Dated text={standing} />
        </View>
        {answer && <View className="sub">答：{answer}</View>}
        <View className="cap">
          <Dated text={sayMoment(new Date(at), now)} />
        </View>
      </View>
      <Icon name="right" />
    </Press>
  );
}

/** Letters: one's own, or all that lie before the general manager. */
function Letters({ which, days }: { which: 'mine' | 'all'; days: (answerDays: number) => string }) {
  const now = useNow();
  const paged = usePages((after) => api.mailbox(after ? { which, after } : { which }), `mailbox ${which}`);
  return (
    <>
      <Shown asked={paged}>
        {({ items, answerDays }) => (
          <>
            {items.length === 0 && <Blank title={which === 'all' ? '还没有人写信' : '有话直接写给总经理'} note={days(answerDays)} />}
            <View className="cells mt12">
              {items.map((letter) => (
                <Row key={letter.id} letter={letter} now={now} />
              ))}
            </View>
            <More paged={paged} />
          </>
        )}
      </Shown>
      <DemoForward onForward={paged.again} />
    </>
  );
}

/** 员工需求普查登记: each year's, how many came back, and how it was answered. */
function NeedsRegister() {
  const asked = useAsked(() => api.needsRegister({}), 'needs register');
  return (
    <Shown asked={asked}>
      {({ items }) => (
        <View className="cells mt12" id="needs-register">
          {items.length === 0 && <View className="cell sub">还没有做过</View>}
          {items.map(({ id, title, standing, common, answer }) => (
            <Press key={id} id={`needs-${id}`} className="cell" role="link" onPress={() => toNeedsWork(id)}>
              <View className="grow">
                <View className="b">{title}</View>
                <View className="sub">
                  <Dated text={standing} />
                </View>
                {common > 0 && <View className="sub">普遍的需求 {common} 样</View>}
                {answer && <View className="sub">答：{answer}</View>}
              </View>
              <Icon name="right" />
            </Press>
          ))}
        </View>
      )}
    </Shown>
  );
}

function Beside() {
  return (
    <View className="cells mt12">
      <Press id="go-documents" className="cell" role="link" onPress={toDocuments}>
        <Text className="grow b">您提了，公司这样答</Text>
        <Icon name="right" />
      </Press>
      <Press id="go-needs" className="cell" role="link" onPress={toNeedsList}>
        <Text className="grow">员工需求普查</Text>
        <Icon name="right" />
      </Press>
    </View>
  );
}

/** 总裁信箱: to write, to see what came of it; to the general manager what lies there, and the register (S11). */
export default function MailboxPage() {
  const { viewer } = useViewer();
  const isManager = viewer?.session.appointments.some(({ role }) => role === 'generalManager') === true;
  const [chosen, choose] = useState<Part>('all');
  const part: Part = isManager ? chosen : 'mine';
  return (
    <Screen
      foot={
        !isManager && (
          <Button id="write-letter" look="main" onPress={toMailboxWriting}>
            写给总经理
          </Button>
        )
      }
    >
      <StandStill />
      <Beside />
      {isManager && (
        <View className="mt12">
          <Segments items={PARTS} chosen={chosen} onChoose={choose} />
        </View>
      )}
      {part === 'needs' ? (
        <NeedsRegister />
      ) : (
        <Letters
          key={part}
          which={part}
          days={(answerDays) =>
            part === 'all'
              ? `收到以后 ${answerDays} 天内答复。`
              : `只有总经理看得到，${answerDays} 天内答复您。不署名的不列在这里，答复在“您提了，公司这样答”里看。`
          }
        />
      )}
    </Screen>
  );
}
