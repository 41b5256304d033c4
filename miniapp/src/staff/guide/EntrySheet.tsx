import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { type GuideEntry, guideRoutes } from '../../../../shared/contract/guide.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Dated } from '../../kernel/parts/Dated.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Sheet } from '../../kernel/parts/Sheet.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { codeOf } from '../../kernel/say.ts';
import { useSend } from '../../kernel/send.ts';
import { type EntryDraft, EntryForm } from './EntryForm.tsx';

/** Every version, the newest first: who wrote it when. */
function Versions({ versions, now }: { versions: readonly GuideEntry[]; now: Date }) {
  return (
    <View id="versions">
      <View className="sec">写过 {versions.length} 版</View>
      {[...versions].reverse().map((one) => (
        <View key={one.version} className="mt8">
          <Text className="cap">
            第 {one.version} 版 · {one.byName} <Dated text={sayMoment(new Date(one.at), now)} /> {one.withdrawn ? '撤下' : '写'}
          </Text>
          {!one.withdrawn && <View className="b">{one.title}</View>}
          {!one.withdrawn && <View className="said">{one.words}</View>}
          {!one.withdrawn && one.phone !== '' && <View className="sub">{one.phone}</View>}
        </View>
      ))}
    </View>
  );
}

interface ChangeProps {
  entry: GuideEntry;
  now: Date;
  onLook: () => Promise<void>;
  onDone: () => void;
}

/** Says it anew from the version that was read; where somebody was first, what they wrote stands above, and nothing typed is lost. */
function ChangeForm({ entry, now, onLook, onDone }: ChangeProps) {
  const { id, version } = entry;
  const [draft, write] = useState<EntryDraft>({ section: entry.section, title: entry.title, words: entry.words, phone: entry.phone });
  const [from, setFrom] = useState(version);
  const { send, busy, refused, forgive } = useSend();
  const isBehind = from !== version;
  const sent = async (answer: Promise<unknown>) => {
    if (await answer) onDone();
  };
  const save = () =>
    sent(send({ id, version: from, ...draft }, api.changeGuide, guideRoutes.changeGuide.params.extend(guideRoutes.changeGuide.body.shape)));
  const withdraw = () => sent(send({ id, version: from }, api.withdrawGuide));
  return (
    <>
      <EntryForm draft={draft} refused={refused} onWrite={write} />
      <Refusal refused={refused} kept="您写的还在，没有改动什么" />
      {codeOf(refused) === 'guide/changed' && !isBehind && (
        <Button id="look-again" className="mt12" onPress={onLook}>
          看现在的写法
        </Button>
      )}
      {isBehind && (
        <View id="stands-now" className="strip quiet mt12">
          <View className="grow">
            <View className="b">
              {entry.byName} <Dated text={sayMoment(new Date(entry.at), now)} /> 写成了：{entry.title}
            </View>
            <View className="said">{entry.words}</View>
          </View>
        </View>
      )}
      {isBehind && (
        <Button
          id="go-on-from-here"
          className="mt12"
          onPress={() => {
            setFrom(version);
            forgive();
          }}
        >
          还是用我写的
        </Button>
      )}
      <View className="btns mt16">
        <Button id="withdraw-entry" busy={busy} onPress={withdraw}>
          撤下
        </Button>
        <Button id="save-entry" look="main" size="wide" busy={busy} onPress={save}>
          存好
        </Button>
      </View>
    </>
  );
}

interface Props {
  id: string;
  now: Date;
  onDone: () => void;
  onClose: () => void;
}

/** One entry: to change it for who may, and every version of it. */
export function EntrySheet({ id, now, onDone, onClose }: Props) {
  const asked = useAsked(() => api.guideEntry({ id }), id);
  const entry = asked.value?.entry;
  const mayChange = asked.value?.mayWrite && !entry?.withdrawn;
  return (
    <Sheet title={mayChange ? '改一条' : (entry?.title ?? '办事指南')} onClose={onClose}>
      <Shown asked={asked}>
        {({ versions }) => (
          <>
            {entry && mayChange && <ChangeForm entry={entry} now={now} onLook={asked.again} onDone={onDone} />}
            <Versions versions={versions} now={now} />
          </>
        )}
      </Shown>
    </Sheet>
  );
}
