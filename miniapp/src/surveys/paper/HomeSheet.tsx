import { View } from '@tarojs/components';
import { useState } from 'react';
import type { SurveyHomeLine } from '../../../../shared/contract/survey-paper.ts';
import { REPLACED_BECAUSE, type ReplacedBecause } from '../../../../shared/surveys/replaced.ts';
import { api } from '../../kernel/api.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { Chips, choicesOf } from '../../kernel/parts/Choice.tsx';
import { Refusal } from '../../kernel/parts/Refusal.tsx';
import { Sheet } from '../../kernel/parts/Sheet.tsx';
import { useTurn } from '../../kernel/send.ts';

interface DoesProps {
  busy: boolean;
  onDo: () => void;
}

const TakeBack = ({ busy, onDo }: DoesProps) => (
  <View className="mt12">
    <View className="cap">勾错了，当天能取消；取消以后，这一户还能自己答。</View>
    <View className="mt16">
      <Button id="do-untick" look="main" busy={busy} onPress={onDo}>
        勾错了，取消
      </Button>
    </View>
  </View>
);

/** @param types whoever types may not tick, and is told so */
const Tick = ({ types, busy, onDo }: DoesProps & { types: boolean }) => (
  <View className="mt12">
    <View className="cap">{types ? '这次的纸表您录入过，勾户要另一位同事来。' : '只勾交没交，不用看答了什么。勾了就算交回，手机上不能再答。'}</View>
    {!types && (
      <View className="mt16">
        <Button id="do-tick" look="main" busy={busy} onPress={onDo}>
          纸表交回来了，勾上
        </Button>
      </View>
    )}
  </View>
);

function Replace({ busy, onDo }: { busy: boolean; onDo: (reason: ReplacedBecause) => void }) {
  const [reason, choose] = useState<ReplacedBecause | null>(null);
  return (
    <View className="mt16">
      <View className="label">这一户不在这里住，换一户</View>
      <View className="cap">只有空着、搬走了能换；换成抽好的次序里的下一户，记下是您换的</View>
      <Chips id="reason" className="mt8" items={choicesOf(REPLACED_BECAUSE)} chosen={reason} onChoose={choose} />
      {reason && (
        <View className="mt12">
          <Button id="do-replace" look="line" busy={busy} onPress={() => onDo(reason)}>
            换下一户
          </Button>
        </View>
      )}
    </View>
  );
}

interface Props {
  id: string;
  home: SurveyHomeLine;
  actions: readonly string[];
  /** Whether this colleague types, and so may not tick. */
  types: boolean;
  onDone: (said: string) => void;
  onClose: () => void;
}

/** What can be done with one home: ticked, taken back, or replaced where it is vacant or moved. */
export function HomeSheet({ id, home, actions, types, onDone, onClose }: Props) {
  const { take, busy, refused } = useTurn();
  const { id: homeId, label, stand } = home;
  const does = (work: () => Promise<string>) => void take(work).then((said) => said !== undefined && onDone(said));
  const tick = async () => ((await api.tickSheet({ id, homeId })).already ? `${label} 已计入，不用再勾` : `${label} 勾上了`);
  const takeBack = async () => {
    await api.takeBackTick({ id, homeId });
    return `${label} 取消了`;
  };
  const replace = (reason: ReplacedBecause) => async () => `${label} 换成了 ${(await api.replaceHome({ id, homeId, reason })).label}`;
  return (
    <Sheet title={label} onClose={onClose}>
      <Refusal refused={refused} kept="" />
      {stand === 'yours' && <TakeBack busy={busy} onDo={() => does(takeBack)} />}
      {stand === 'open' && actions.includes('tickSheet') && <Tick types={types} busy={busy} onDo={() => does(tick)} />}
      {stand === 'open' && actions.includes('replaceHome') && <Replace busy={busy} onDo={(reason) => does(replace(reason))} />}
    </Sheet>
  );
}
