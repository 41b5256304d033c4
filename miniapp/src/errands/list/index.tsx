import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { api } from '../../kernel/api.ts';
import { useNow } from '../../kernel/clock.ts';
import { toErrandWriting, toQuestionnaires } from '../../kernel/go.ts';
import { usePages } from '../../kernel/pages.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { More } from '../../kernel/parts/More.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Segments } from '../../kernel/parts/Segments.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { StandStill } from '../../kernel/parts/StandStill.tsx';
import { ErrandCell } from '../ErrandCell.tsx';

const PARTS = [
  { name: 'mine', label: '等我办', id: 'errands-mine' },
  { name: 'given', label: '我写的', id: 'errands-given' },
  { name: 'open', label: '没完的', id: 'errands-open' },
  { name: 'over', label: '办完的', id: 'errands-over' },
] as const;

const EMPTY: Record<(typeof PARTS)[number]['name'], string> = {
  mine: '没有等您办的单子',
  given: '您没有写过还没办完的单子',
  open: '没有还没办完的单子',
  over: '还没有办完的单子',
};

/** 单子: what colleagues owe each other, and whose turn it is (D1, D4, D5). */
export default function ErrandsPage() {
  const now = useNow();
  const [which, choose] = useState<(typeof PARTS)[number]['name']>('mine');
  const paged = usePages((after) => api.errands(after ? { which, after } : { which }), `errands ${which}`);
  return (
    <Screen
      foot={
        <View className="btns">
          <Button id="write-letter" onPress={() => Taro.navigateTo({ url: '/errands/letter/index' })}>
            登记来信
          </Button>
          <Button id="write-errand" look="main" size="wide" onPress={() => toErrandWriting()}>
            写一张单子
          </Button>
        </View>
      }
    >
      <StandStill />
      <Segments items={PARTS} chosen={which} onChoose={choose} />
      <Press id="go-surveys" className="link mt8" role="link" onPress={toQuestionnaires}>
        满意率调查和问卷
      </Press>
      <Shown asked={paged}>
        {({ items }) => (
          <>
            {items.length === 0 && <Blank title={EMPTY[which]} note="转给部门的、转呈公司的、紧急的，还有来信，都在这里。" />}
            <View className="cells mt12">
              {items.map((errand) => (
                <ErrandCell key={errand.id} errand={errand} now={now} />
              ))}
            </View>
            <More paged={paged} />
          </>
        )}
      </Shown>
    </Screen>
  );
}
