import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import type { Verdict } from '../../../../shared/kernel/approvals.ts';
import { api } from '../api.ts';
import { useDraft } from '../draft.ts';
import { wrongWith } from '../say.ts';
import { useSend } from '../send.ts';
import { Area } from './Area.tsx';
import { Button } from './Button.tsx';
import { Refusal } from './Refusal.tsx';

interface Props {
  /** What waits for this colleague, as they read it. */
  pending: { approvalId: string; round: number; step: number };
  /** What the button of a yes says. */
  approve: string;
  /** What tells its buttons apart where several stand on one page. */
  name?: string;
  /** What a yes does, said above the buttons. */
  children?: ReactNode;
  onDone: () => Promise<unknown>;
}

/** A yes at a tap; 退回 asks why first (Z7). */
export function Deciding({ pending: { approvalId: id, round, step }, approve, name, children, onDone }: Props) {
  const { send, busy, refused, forgive } = useSend();
  const [isReturning, setReturning] = useState(false);
  const [words, write, forget] = useDraft(`return.${id}`);
  const named = (button: string) => (name === undefined ? button : `${button}-${name}`);
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
    <>
      {isReturning && (
        <Area
          id={named('return-words')}
          words={words}
          hint="哪里要改，写几个字"
          max={200}
          focus
          wrong={wrongWith(refused, 'words') !== undefined}
          onWrite={rewrite}
        />
      )}
      <Refusal refused={refused} kept={isReturning ? '写好的话还在' : ''} />
      {!isReturning && children}
      <View className="btns mt8">
        <Button id={isReturning ? 'keep' : named('return')} onPress={() => setReturning(!isReturning)}>
          {isReturning ? '先不退' : '退回'}
        </Button>
        <Button
          id={named(isReturning ? 'do-return' : 'approve')}
          look="main"
          size="wide"
          busy={busy}
          onPress={() => decide(isReturning ? 'returned' : 'approved')}
        >
          {isReturning ? '退回，写明原因' : approve}
        </Button>
      </View>
    </>
  );
}
