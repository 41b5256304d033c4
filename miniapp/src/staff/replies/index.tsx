import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { type CannedReply, replyRoutes } from '../../../../shared/contract/replies.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { REPLY_VARIABLES } from '../../../../shared/tickets/replies.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useNow } from '../../kernel/clock.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Sheet } from '../../kernel/parts/Sheet.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { useSend } from '../../kernel/send.ts';

interface Draft {
  officeId: string;
  replyId: string | null;
  title: string;
  body: string;
}

/** One canned reply being written: what stood before is kept. */
function ReplyForm({ draft, onDone, onClose }: { draft: Draft; onDone: () => void; onClose: () => void }) {
  const [title, setTitle] = useState(draft.title);
  const [body, setBody] = useState(draft.body);
  const { send, busy, refused } = useSend();
  const { id } = { id: draft.replyId };
  const save = async () => {
    if (await send({ officeId: draft.officeId, replyId: id, title, body }, api.saveReply, replyRoutes.saveReply.body)) onDone();
  };
  const withdraw = async () => {
    if (id && (await send({ id }, api.withdrawReply))) onDone();
  };
  return (
    <Sheet title={id ? '改常用话' : '写一条常用话'} onClose={onClose}>
      <View className="label">叫什么</View>
      <Area id="reply-title" words={title} hint="比如：收到了" max={20} wrong={wrongWith(refused, 'title') !== undefined} onWrite={setTitle} />
      <View className="label">怎么说</View>
      <Area id="reply-body" words={body} hint="写给住户的话" wrong={wrongWith(refused, 'body') !== undefined} onWrite={setBody} />
      <View className="chips mt8">
        {Object.keys(REPLY_VARIABLES).map((name) => (
          <Press key={name} id={`variable-${name}`} className="chip" onPress={() => setBody(`${body}{${name}}`)}>
            {name}
          </Press>
        ))}
      </View>
      <View className="cap mt4">点一下放进去，用的时候按那一件填好。</View>
      <Refusal refused={refused} kept="写好的话还在" />
      <View className="btns mt16">
        {id && (
          <Button id="withdraw-reply" busy={busy} onPress={withdraw}>
            不再用
          </Button>
        )}
        <Button id="save-reply" look="main" size="wide" busy={busy} onPress={save}>
          存好
        </Button>
      </View>
    </Sheet>
  );
}

/** 常用话: what a service centre often says, by estate; its head and the director write it. */
export default function RepliesPage() {
  const now = useNow();
  const asked = useAsked(() => api.replies({}), 'replies');
  const [draft, setDraft] = useState<Draft | null>(null);
  const edit = (one: CannedReply) => setDraft({ officeId: one.officeId, replyId: one.id, title: one.title, body: one.body });
  const writable = asked.value?.offices.find((one) => one.mayWrite);
  const foot = writable && (
    <Button id="new-reply" look="main" onPress={() => setDraft({ officeId: writable.id, replyId: null, title: '', body: '' })}>
      写一条
    </Button>
  );
  return (
    <Screen foot={foot}>
      <Shown asked={asked}>
        {({ items, offices }) => (
          <>
            {items.length === 0 && <Blank title="还没有常用话" note="服务中心负责人和主任可以写。" />}
            <View className="cells mt8">
              {items.map((one) => (
                <Press
                  key={one.id}
                  id={`reply-${one.id}`}
                  className="cell"
                  off={!offices.some((office) => office.id === one.officeId && office.mayWrite)}
                  onPress={() => edit(one)}
                >
                  <View className="grow">
                    <View className="b">{one.title}</View>
                    <View className="said">{one.body}</View>
                    <Text className="cap">
                      {one.byName} <Dated text={sayMoment(new Date(one.since), now)} /> 写的
                    </Text>
                  </View>
                </Press>
              ))}
            </View>
          </>
        )}
      </Shown>
      {draft && (
        <ReplyForm
          draft={draft}
          onClose={() => setDraft(null)}
          onDone={() => {
            setDraft(null);
            void asked.again();
          }}
        />
      )}
    </Screen>
  );
}
