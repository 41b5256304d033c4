import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { Duplicate } from '../../../../shared/contract/merging.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { api } from '../../kernel/api.ts';
import { useAsked } from '../../kernel/ask.ts';
import { useDraft } from '../../kernel/draft.ts';
import { Area } from '../../kernel/parts/Area.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Pick } from '../../kernel/parts/Choice.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { wrongWith } from '../../kernel/say.ts';
import type { FormProps } from './form.ts';

function titleOf({ title, where, isLikely }: Duplicate) {
  return (
    <>
      {title} · {where} {isLikely && <Text className="tag ours">很像</Text>}
    </>
  );
}

const noteOf = ({ reporterName, words, receivedAt, number }: Duplicate, now: Date): string =>
  [`${reporterName}，${sayMoment(new Date(receivedAt), now)} 报`, words && `“${words}”`, number].filter(Boolean).join('　');

/** 并到一起: what may be the same matter, and what merging would come to, before it is done (Z3). */
export function MergeForm({ ticket, work, now, onDone }: FormProps) {
  const asked = useAsked(() => api.duplicates({ id: ticket.id }), ticket.id);
  const [chosenId, choose] = useState('');
  const chosen = asked.value?.items.find((one) => one.id === chosenId);
  const submit = async () => {
    if (await work.act('merge', { withId: chosenId })) onDone();
  };
  return (
    <Shown asked={asked}>
      {({ items }) => (
        <>
          {items.length === 0 ? (
            <View className="strip quiet mt8" id="no-duplicates">
              这几天没有同一类或同一处、还没修好的报修
            </View>
          ) : (
            <View className="mt8">
              {items.map((one) => (
                <Pick
                  key={one.id}
                  id={`duplicate-${one.id}`}
                  on={one.id === chosenId}
                  title={titleOf(one)}
                  note={noteOf(one, now)}
                  onPress={() => {
                    work.forgive();
                    choose(one.id);
                  }}
                />
              ))}
            </View>
          )}
          {chosen && (
            <View className={`strip ${chosen.mayMerge ? 'lake-strip' : 'quiet'} mt12`} id="foresees">
              <Icon name={chosen.mayMerge ? 'clock' : 'alert'} />
              <View className="grow">{chosen.foresees}</View>
            </View>
          )}
          {chosen?.mayMerge && (
            <View className="mt16">
              <Button id="do-merge" look="main" busy={work.busy} onPress={submit}>
                并到一起
              </Button>
            </View>
          )}
        </>
      )}
    </Shown>
  );
}

/** 是同一件: why, in words the resident reads (Z3). */
export function KeepMergedForm({ ticket, work, onDone }: FormProps) {
  const [words, write, forget] = useDraft(`keep-merged.${work.id}`);
  const submit = async () => {
    if (!(await work.act('keepMerged', { words }))) return;
    forget();
    onDone();
  };
  return (
    <>
      <View className="mt8">住户说和 {ticket.mergedInto} 不是同一件。看过确实是同一件，才写在这里；拿不准，就拆开单独办。</View>
      <View className="label">为什么是同一件</View>
      <Area
        id="keep-merged-words"
        words={words}
        hint="住户看得到，别写别家是谁、住哪"
        wrong={wrongWith(work.refused, 'words') !== undefined}
        onWrite={write}
      />
      <View className="mt16">
        <Button id="do-keepMerged" look="main" busy={work.busy} onPress={submit}>
          告诉住户，还一起办
        </Button>
      </View>
    </>
  );
}

/** 拆开: it stands by itself again, and what was promised goes on (Z3). */
export function UnmergeForm({ ticket, work, onDone }: FormProps) {
  const submit = async () => {
    if (await work.act('unmerge')) onDone();
  };
  return (
    <>
      <View className="mt8">从 {ticket.mergedInto} 拆出来，回到并以前的样子。</View>
      <View className="cap mt8">
        答应住户的时间接着算：并着的时候到期的，并的时候剩多少，现在还给多少；并以前迟了的，照样是迟了。住户和师傅都会知道。
      </View>
      <View className="mt16">
        <Button id="do-unmerge" look="main" busy={work.busy} onPress={submit}>
          拆开，单独办
        </Button>
      </View>
    </>
  );
}
