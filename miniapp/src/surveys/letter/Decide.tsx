import { View } from '@tarojs/components';
import { useState } from 'react';
import type { OpenLetter } from '../../../../shared/contract/open-letters.ts';
import type { Verdict } from '../../../../shared/kernel/approvals.ts';
import { api } from '../../kernel/api.ts';
import { useDraft } from '../../kernel/draft.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { useSend } from '../../kernel/send.ts';

interface Props {
  pending: NonNullable<OpenLetter['pending']>;
  onDone: () => Promise<unknown>;
}

/** 同意，贴出去 sends it out at once; 退回 asks why first (S5, Z7). */
export function Decide({ pending, onDone }: Props) {
  const { send, busy, refused, forgive } = useSend();
  const [returning, setReturning] = useState(false);
  const [words, write, forget] = useDraft(`return.${pending.approvalId}`);
  const decide = async (verdict: Verdict) => {
    const { approvalId: id, round, step } = pending;
    if (!(await send({ id, round, step, verdict, words: verdict === 'returned' ? words : '' }, api.decideApproval))) return;
    forget();
    await onDone();
  };
  const rewrite = (next: string) => {
    forgive();
    write(next);
  };
  if (returning)
    return (
      <>
        <Area
          id="return-words"
          words={words}
          hint="哪里要改，写几个字"
          max={200}
          focus
          wrong={wrongWith(refused, 'words') !== undefined}
          onWrite={rewrite}
        />
        <Refusal refused={refused} kept="写好的话还在" />
        <View className="btns mt8">
          <Button id="keep" onPress={() => setReturning(false)}>
            先不退
          </Button>
          <Button id="do-return" look="main" size="wide" busy={busy} onPress={() => decide('returned')}>
            退回，写明原因
          </Button>
        </View>
      </>
    );
  return (
    <>
      <Refusal refused={refused} kept="" />
      <View className="foot-line">同意就马上贴出去，全小区的住户都看得到</View>
      <View className="btns">
        <Button id="return" onPress={() => setReturning(true)}>
          退回
        </Button>
        <Button id="approve" look="main" size="wide" busy={busy} onPress={() => decide('approved')}>
          同意，贴出去
        </Button>
      </View>
    </>
  );
}
