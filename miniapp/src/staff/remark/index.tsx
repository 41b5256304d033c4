import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { TakenRemark } from '../../../../shared/contract/remarks.ts';
import type { RemarkKind } from '../../../../shared/remarks/decide.ts';
import { suggestKind } from '../../../../shared/remarks/suggest.ts';
import { api } from '../../kernel/api.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { KindChoice } from '../../kernel/parts/KindChoice.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { useSend } from '../../kernel/send.ts';
import { cameBy, type Draft, EMPTY, fromWhom } from '../intake/draft.ts';
import { HowItCame } from '../intake/HowItCame.tsx';
import { WhoSaid } from '../intake/WhoSaid.tsx';

const bodyOf = ({ channel, saidAt, words, ...from }: Draft, kind: RemarkKind | null) => ({
  ...fromWhom(from),
  ...(channel ? { channel } : {}),
  ...(saidAt ? { saidAt } : {}),
  ...(kind ? { kind } : {}),
  words,
});

/** 记一句话: a suggestion, praise or an enquiry, taken down for a caller (I1, I3, I4). */
export default function RemarkPage() {
  const given = useRouter().params.channel;
  const [draft, setDraft] = useState(() => ({ ...EMPTY, ...cameBy(given) }));
  const [picked, pick] = useState<RemarkKind | null>(null);
  const { send, busy, refused, forgive } = useSend();
  const kind = picked ?? suggestKind(draft.words);
  const write = (part: Partial<Draft>) => {
    forgive();
    setDraft((old) => ({ ...old, ...part }));
  };
  const submit = async () => {
    const done = await send(bodyOf(draft, kind), api.takeRemark as never, TakenRemark);
    if (done) await Taro.redirectTo({ url: `/staff/ticket/index?id=${(done as { id: string }).id}` });
  };
  const part = { draft, wrong: (field: string) => wrongWith(refused, field) !== undefined, onWrite: write };
  return (
    <Screen
      foot={
        <Button id="submit" look="main" busy={busy} onPress={submit}>
          记下
        </Button>
      }
    >
      <Refusal refused={refused} />
      <Press
        id="to-complaint"
        className="link"
        role="link"
        onPress={() => void Taro.redirectTo({ url: `/staff/complaint/index${given ? `?channel=${given}` : ''}` })}
      >
        是投诉，到这里记
      </Press>
      <WhoSaid {...part} />
      <HowItCame {...part} />
      <View className={`label ${part.wrong('words') ? 'wrong' : ''}`}>{draft.unnamed ? '写的、说的是什么' : '住户怎么说'}</View>
      <Area id="words" words={draft.words} hint="照原话记" wrong={part.wrong('words')} onWrite={(words) => write({ words })} />
      <KindChoice chosen={kind} wrong={part.wrong('kind')} onChoose={pick} />
    </Screen>
  );
}
