import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Publication } from '../../../../shared/contract/publications.ts';
import { templateRoutes } from '../../../../shared/contract/templates.ts';
import type { Verdict } from '../../../../shared/kernel/approvals.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useDraft } from '../../kernel/draft.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { newKey, useSend } from '../../kernel/send.ts';

const { params, body } = templateRoutes.decideApproval;

type Pending = NonNullable<Publication['pending']>;

/** 批准 sends it out to so many; 退回 asks why first (P2). */
export function Decide({
  pending,
  officeId,
  publicationId,
  onDone,
}: {
  pending: Pending;
  officeId: string;
  publicationId: string;
  onDone: () => Promise<void>;
}) {
  const { send, busy, refused, forgive } = useSend();
  const [returning, setReturning] = useState(false);
  const [words, write, forget] = useDraft(`return.${pending.approvalId}`);
  const counted = useAsked(() => api.previewNotice({ officeId, publicationId, areas: pending.areas }, { key: newKey() }), pending.approvalId);
  const decide = async (verdict: Verdict) => {
    const given = { id: pending.approvalId, round: pending.round, step: pending.step, verdict, words: verdict === 'returned' ? words : '' };
    if (!(await send(given, api.decideApproval, params.extend(body.shape)))) return;
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
      {counted.value && (
        <View className="foot-line" id="audience">
          批准就发给{counted.value.audience}：{counted.value.homes} 户，{counted.value.people} 人看得到
        </View>
      )}
      <View className="btns">
        <Button id="return" onPress={() => setReturning(true)}>
          退回
        </Button>
        <Button id="approve" look="main" size="wide" busy={busy} onPress={() => decide('approved')}>
          {pending.what === 'withdrawal' ? '批准撤回' : '批准，发出去'}
        </Button>
      </View>
    </>
  );
}
