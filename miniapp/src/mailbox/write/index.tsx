import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { MAILBOX_NEEDS, type MailboxNeed } from '../../../../shared/mailbox/kinds.ts';
import { api } from '../../kernel/api.ts';
import { useDraft } from '../../kernel/draft.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chips, choicesOf, Pick } from '../../kernel/parts/Choice.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { useSend } from '../../kernel/send.ts';
import { toDocuments } from '../go.ts';

const NEEDS = choicesOf(MAILBOX_NEEDS);

/** What an unsigned letter leaves behind: nothing that leads back. */
const Sent = () => (
  <Screen
    foot={
      <Button id="go-documents" look="main" onPress={toDocuments}>
        看公司以前怎么答的
      </Button>
    }
  >
    <View id="sent">
      <Blank
        icon="check"
        title="交给总经理了"
        note="没有记是谁写的，所以没有人能回来问您。答复用公司文件发给全体同事，在“您提了，公司这样答”里看。"
      />
    </View>
  </Screen>
);

/** 写给总经理: what it is about, the words, under one's name or none (S11). */
export default function MailboxWritePage() {
  const [need, choose] = useState<MailboxNeed | null>(null);
  const [isSigned, sign] = useState(true);
  const [isSent, setSent] = useState(false);
  const [words, write, forget] = useDraft('mailbox');
  const { send, busy, refused, forgive } = useSend();
  const wrong = (field: string) => wrongWith(refused, field) !== undefined;
  const anew =
    <Value,>(put: (next: Value) => void) =>
    (next: Value) => {
      forgive();
      put(next);
    };
  const submit = async () => {
    const body = { need: need as MailboxNeed, words };
    if (isSigned) {
      const done = await send(body, api.writeToMailbox);
      if (!done) return;
      forget();
      await Taro.redirectTo({ url: `/mailbox/one/index?id=${done.id}` });
      return;
    }
    if (!(await send(body, api.writeUnsigned))) return;
    forget();
    setSent(true);
  };
  if (isSent) return <Sent />;
  return (
    <Screen
      foot={
        <Button id="submit" look="main" busy={busy} onPress={submit}>
          交给总经理
        </Button>
      }
    >
      <Refusal refused={refused} kept="您写的都还在" />
      <View className={`label ${wrong('need') ? 'wrong' : ''}`}>哪一类</View>
      <Chips id="need" items={NEEDS} chosen={need} onChoose={anew(choose)} />
      <View className={`label ${wrong('words') ? 'wrong' : ''}`}>想说什么</View>
      <Area id="mailbox-words" words={words} hint="什么事，想要公司怎么办" max={1_000} wrong={wrong('words')} tall onWrite={anew(write)} />
      <View className="label">署不署名</View>
      <Pick
        id="signed"
        on={isSigned}
        title="署名"
        note="只有总经理和您看得到，您的主管、主任、别的部门都看不到。总经理当面和您谈，或者用公司文件答复。"
        onPress={() => sign(true)}
      />
      <Pick
        id="unsigned"
        on={!isSigned}
        title="不署名"
        note="哪里也不记是谁写的。没有人能回来问您，只能用公司文件答复，您在“您提了，公司这样答”里看。写的内容和写的时间，仍可能让人猜到是谁。"
        onPress={() => sign(false)}
      />
    </Screen>
  );
}
