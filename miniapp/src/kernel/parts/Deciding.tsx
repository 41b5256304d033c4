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
  /** What a yes is asked for in words, where it is itself a record. */
  why?: string;
  /** What tells its buttons apart where several stand on one page. */
  name?: string;
  /** What a yes does, said above the buttons. */
  children?: ReactNode;
  onDone: () => Promise<unknown>;
}

/** A yes at a tap, or in words where it is put on record; 退回 asks why first (Z7). */
export function Deciding({ pending: { approvalId: id, round, step }, approve, why, name, children, onDone }: Props) {
  const { send, busy, refused, forgive } = useSend();
  const [writing, setWriting] = useState<Verdict | null>(null);
  const [words, write, forget] = useDraft(`return.${id}`);
  const named = (button: string) => (name === undefined ? button : `${button}-${name}`);
  const decide = async (verdict: Verdict) => {
    if (!(await send({ id, round, step, verdict, words: writing === verdict ? words : '' }, api.decideApproval))) return;
    forget();
    await onDone();
  };
  const turn = (next: Verdict | null) => {
    forgive();
    setWriting(next);
  };
  const rewrite = (next: string) => {
    forgive();
    write(next);
  };
  const isReturning = writing === 'returned';
  const press = () => (writing !== null ? decide(writing) : why === undefined ? decide('approved') : turn('approved'));
  return (
    <>
      {writing !== null && (
        <Area
          id={named(isReturning ? 'return-words' : 'approve-words')}
          words={words}
          hint={isReturning ? '哪里要改，写几个字' : (why ?? '')}
          max={200}
          focus
          wrong={wrongWith(refused, 'words') !== undefined}
          onWrite={rewrite}
        />
      )}
      <Refusal refused={refused} kept={writing !== null ? '写好的话还在' : ''} />
      {!isReturning && children}
      <View className="btns mt8">
        <Button id={writing !== null ? 'keep' : named('return')} onPress={() => turn(writing === null ? 'returned' : null)}>
          {writing === null ? '退回' : isReturning ? '先不退' : '先不记'}
        </Button>
        <Button
          id={named(isReturning ? 'do-return' : writing === 'approved' ? 'do-approve' : 'approve')}
          look="main"
          size="wide"
          busy={busy}
          onPress={press}
        >
          {isReturning ? '退回，写明原因' : approve}
        </Button>
      </View>
    </>
  );
}
