import Taro, { useRouter } from '@tarojs/taro';
import { isoDay } from '../../../../shared/kernel/time.ts';
import type { RemarkKind } from '../../../../shared/remarks/decide.ts';
import { suggestKind } from '../../../../shared/remarks/suggest.ts';
import { useNow } from '../../kernel/clock.ts';
import { useDraftChoice } from '../../kernel/draft.ts';
import { goBack } from '../../kernel/go.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { KindChoice } from '../../kernel/parts/KindChoice.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { HowItCame } from '../intake/HowItCame.tsx';
import { InTheirWords } from '../intake/InTheirWords.tsx';
import { saidBy, useTaking } from '../intake/taking.ts';
import { WhoSaid } from '../intake/WhoSaid.tsx';

/** 记一句话: a suggestion, praise or an enquiry, taken down for a caller (I1, I3, I4). */
export default function RemarkPage() {
  const given = useRouter().params.channel;
  const now = useNow();
  const [picked, pick, forgetKind] = useDraftChoice<RemarkKind | null>('taken-kind', null);
  const taking = useTaking('takeRemark', {}, given);
  const { draft, part, busy, refused } = taking;
  const kind = picked ?? suggestKind(draft.words, isoDay(now));
  const submit = async () => {
    const said = await taking.take({ ...saidBy(draft), ...(kind ? { kind } : {}), words: draft.words });
    if (!said) return;
    forgetKind();
    if (said.arrived) await Taro.redirectTo({ url: `/staff/ticket/index?id=${said.arrived.id}` });
    else goBack();
  };
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
      <InTheirWords taking={taking} />
      <KindChoice chosen={kind} wrong={part.wrong('kind')} onChoose={pick} />
    </Screen>
  );
}
