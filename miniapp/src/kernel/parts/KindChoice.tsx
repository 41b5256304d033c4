import { View } from '@tarojs/components';
import { REMARK_KINDS, type RemarkKind } from '../../../../shared/remarks/decide.ts';
import { KIND_LABELS } from '../../../../shared/tickets/ticket.ts';
import { Chips } from './Choice.tsx';

/** What follows, in one line for each kind (I3, I10–I12). */
const FOLLOWS: Record<RemarkKind, string> = {
  suggestion: '我们会答复采不采纳；采纳的说好哪天做成。',
  praise: '我们会转告本人和主管。',
  enquiry: '能答的马上答；一时答不全，说好什么时候答复。',
};

interface Props {
  chosen: RemarkKind | null;
  wrong: boolean;
  onChoose: (kind: RemarkKind) => void;
}

/** 建议、表扬还是咨询: one tap, and what follows. */
export function KindChoice({ chosen, wrong, onChoose }: Props) {
  return (
    <>
      <View className={`label ${wrong ? 'wrong' : ''}`}>这是</View>
      <Chips id="kind" items={REMARK_KINDS.map((name) => ({ name, label: KIND_LABELS[name] }))} chosen={chosen} onChoose={onChoose} />
      {chosen && <View className="sub mt8">{FOLLOWS[chosen]}</View>}
    </>
  );
}
