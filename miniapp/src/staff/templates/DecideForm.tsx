import { View } from '@tarojs/components';
import { useState } from 'react';
import { type Template, templateRoutes } from '../../../../shared/contract/templates.ts';
import type { Verdict } from '../../../../shared/kernel/approvals.ts';
import { api } from '../../kernel/api.ts';
import { useDraft } from '../../kernel/draft.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { useSend } from '../../kernel/send.ts';

const SCHEMA = templateRoutes.decideApproval.params.extend(templateRoutes.decideApproval.body.shape);

/** 批准 at a tap; 退回 asks why first. */
export function DecideForm({ template, onDone }: { template: Template; onDone: () => Promise<void> }) {
  const { send, busy, refused, forgive } = useSend();
  const [returning, setReturning] = useState(false);
  const id = template.approvalId ?? '';
  const [words, write, forget] = useDraft(`return.${id}`);
  const rewrite = (next: string) => {
    forgive();
    write(next);
  };
  const decide = async (verdict: Verdict) => {
    const { round, step } = template;
    if (!(await send({ id, round, step, verdict, words: verdict === 'returned' ? words : '' }, api.decideApproval, SCHEMA))) return;
    forget();
    await onDone();
  };
  return (
    <View className="mt12">
      {returning && (
        <Area
          id={`return-words-${template.name}`}
          words={words}
          hint="哪里要改，写几个字"
          max={200}
          focus
          wrong={wrongWith(refused, 'words') !== undefined}
          onWrite={rewrite}
        />
      )}
      <Refusal refused={refused} kept={returning ? '写好的话还在' : ''} />
      {returning ? (
        <View className="btns mt8">
          <Button id="keep" onPress={() => setReturning(false)}>
            先不退
          </Button>
          <Button id={`do-return-${template.name}`} look="main" size="wide" busy={busy} onPress={() => decide('returned')}>
            退回，写明原因
          </Button>
        </View>
      ) : (
        <View className="btns mt8">
          <Button id={`return-${template.name}`} onPress={() => setReturning(true)}>
            退回
          </Button>
          <Button id={`approve-${template.name}`} look="main" size="wide" busy={busy} onPress={() => decide('approved')}>
            批准
          </Button>
        </View>
      )}
    </View>
  );
}
