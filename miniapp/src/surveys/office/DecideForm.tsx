import { View } from '@tarojs/components';
import { useState } from 'react';
import type { OwnQuestionnaire } from '../../../../shared/contract/questionnaires.ts';
import type { Verdict } from '../../../../shared/kernel/approvals.ts';
import { api } from '../../kernel/api.ts';
import { useDraft } from '../../kernel/draft.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { useSend } from '../../kernel/send.ts';

/** 同意 at a tap; 退回 asks why first (S8, Z7). */
export function DecideForm({ paper, onDone }: { paper: OwnQuestionnaire; onDone: () => Promise<void> }) {
  const { id, round, step } = paper;
  const { send, busy, refused, forgive } = useSend();
  const [isReturning, setReturning] = useState(false);
  const [words, write, forget] = useDraft(`return.${id}`);
  const decide = async (verdict: Verdict) => {
    if (!(await send({ id, round, step, verdict, words: verdict === 'returned' ? words : '' }, api.decideApproval))) return;
    forget();
    await onDone();
  };
  const rewrite = (next: string) => {
    forgive();
    write(next);
  };
  return (
    <View className="mt12">
      {isReturning && (
        <Area
          id={`return-words-${id}`}
          words={words}
          hint="哪里要改，写几个字"
          max={200}
          focus
          wrong={wrongWith(refused, 'words') !== undefined}
          onWrite={rewrite}
        />
      )}
      <Refusal refused={refused} kept={isReturning ? '写好的话还在' : ''} />
      <View className="btns mt8">
        <Button id={isReturning ? 'keep' : `return-${id}`} onPress={() => setReturning(!isReturning)}>
          {isReturning ? '先不退' : '退回'}
        </Button>
        <Button
          id={isReturning ? `do-return-${id}` : `approve-${id}`}
          look="main"
          size="wide"
          busy={busy}
          onPress={() => decide(isReturning ? 'returned' : 'approved')}
        >
          {isReturning ? '退回，写明原因' : '同意'}
        </Button>
      </View>
    </View>
  );
}
