import { View } from '@tarojs/components';
import { useState } from 'react';
import { type BindingRequest, bindingRoutes, type RosterLine } from '../../../../shared/contract/bindings.ts';
import { PROOFS, type Proof } from '../../../../shared/sign-in/bindings.ts';
import { sayDoubt } from '../../../../shared/sign-in/doubts.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chip, Chips, choicesOf, Pick } from '../../kernel/parts/Choice.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { SearchField } from '../../kernel/parts/SearchField.tsx';
import { Sheet } from '../../kernel/parts/Sheet.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { wrongWith } from '../../kernel/say.ts';
import { useSend } from '../../kernel/send.ts';

const PROOF_CHIPS = choicesOf(PROOFS);
const ACCEPT = bindingRoutes.acceptBinding.params.extend(bindingRoutes.acceptBinding.body.shape);
const DECLINE = bindingRoutes.declineBinding.params.extend(bindingRoutes.declineBinding.body.shape);

function Decline({ request, onClose, onBack }: { request: BindingRequest; onClose: () => void; onBack: () => void }) {
  const { send, busy, refused, forgive } = useSend();
  const [words, write] = useState('');
  const submit = async () => {
    if (await send({ id: request.id, words }, api.declineBinding, DECLINE)) onClose();
  };
  return (
    <Sheet title={`不同意 ${request.name} 绑定`} onClose={onClose}>
      <View className={`label ${wrongWith(refused, 'words') ? 'wrong' : ''}`}>原因，对方看得到</View>
      <Area
        id="decline-words"
        words={words}
        hint="比如：姓名和房号对不上，请带证件来服务中心"
        max={100}
        wrong={wrongWith(refused, 'words') !== undefined}
        onWrite={(next) => {
          forgive();
          write(next);
        }}
      />
      <Refusal refused={refused} kept="" />
      <View className="mt16">
        <Button id="do-decline" look="main" busy={busy} onPress={submit}>
          不同意，告诉对方
        </Button>
      </View>
      <Button id="back-to-accept" look="plain" onPress={onBack}>
        再找找
      </Button>
    </Sheet>
  );
}

const noteOf = (one: RosterLine) =>
  [
    one.homes.join('、'),
    one.isRegisteredNumber ? '号码对得上' : `登记的是 ${one.phone}`,
    ...one.doubts.map(sayDoubt),
    one.isBound ? '同意就换成新的微信' : '',
  ]
    .filter(Boolean)
    .join(' · ');

/** Whom they say they are: found by the last four digits first; another number needs to say how it was checked. */
export function AnswerSheet({ request, onClose }: { request: BindingRequest; onClose: () => void }) {
  const { send, busy, refused, forgive } = useSend();
  const [query, setQuery] = useState(request.last4);
  const [asked, ask] = useState(request.last4);
  const [chosen, choose] = useState<RosterLine | null>(null);
  const [proof, setProof] = useState<Proof | null>(null);
  const [words, write] = useState('');
  const [isDeclining, decline] = useState(false);
  const found = useAsked(() => api.bindingRoster({ id: request.id, q: asked }), asked);
  if (isDeclining) return <Decline request={request} onClose={onClose} onBack={() => decline(false)} />;
  const look = (q: string) => {
    forgive();
    choose(null);
    if (q.trim().length >= 2) ask(q.trim());
  };
  const needsProof = chosen !== null && (!chosen.isRegisteredNumber || chosen.doubts.length > 0);
  const submit = async () => {
    if (!chosen) return;
    const body = { id: request.id, personId: chosen.id, words, ...(proof ? { proof } : {}) };
    if (await send(body, api.acceptBinding, ACCEPT)) onClose();
  };
  return (
    <Sheet title={`${request.name} · ${request.home}`} onClose={onClose}>
      <View className="sub mt8">
        {request.vouched ? '微信担保的号码' : '自己填的号码'} {request.phone}。先找到本人，再同意。
      </View>
      <View className="mt12">
        <SearchField id="roster-query" words={query} hint="姓名、房号、手机后四位" onWrite={setQuery} onDone={() => look(query)} />
      </View>
      <View className="chips">
        {[request.last4, request.home, request.name].map((q, index) => (
          <Chip
            key={q}
            id={`look-${index}`}
            on={q === asked}
            onPress={() => {
              setQuery(q);
              look(q);
            }}
          >
            {index === 0 ? '按号码' : index === 1 ? '按房号' : '按姓名'}
          </Chip>
        ))}
      </View>
      <View className="mt12">
        <Shown asked={found}>
          {({ items }) => (
            <>
              {items.length === 0 && <View className="sub">住户里没有找到，换一种找法；还找不到，就不同意并写明原因。</View>}
              {items.map((one) => (
                <Pick
                  key={one.id}
                  id={`person-${one.id}`}
                  on={one.id === chosen?.id}
                  title={one.name}
                  note={noteOf(one)}
                  onPress={() => {
                    forgive();
                    choose(one);
                  }}
                />
              ))}
            </>
          )}
        </Shown>
      </View>
      {needsProof && (
        <>
          <View className={`label ${wrongWith(refused, 'proof') ? 'wrong' : ''}`}>
            {chosen.isRegisteredNumber ? '号码可能换了人' : '号码和登记的不一样'}，怎么核对的
          </View>
          <Chips
            id="proof"
            items={PROOF_CHIPS}
            chosen={proof}
            onChoose={(name) => {
              forgive();
              setProof(name);
            }}
          />
          <View className="mt12">
            <Area
              id="proof-words"
              words={words}
              hint="写一下核对的情况，会记下来"
              max={100}
              wrong={wrongWith(refused, 'words') !== undefined}
              onWrite={(next) => {
                forgive();
                write(next);
              }}
            />
          </View>
        </>
      )}
      <Refusal refused={refused} kept="" />
      {chosen && (
        <View className="mt16">
          <Button id="do-accept-binding" look="main" busy={busy} onPress={submit}>
            同意，绑定给{chosen.name}
          </Button>
        </View>
      )}
      <Button id="choose-decline" look="plain" onPress={() => decline(true)}>
        不同意
      </Button>
    </Sheet>
  );
}
