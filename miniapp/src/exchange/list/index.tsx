import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { ExchangeLine } from '../../../../shared/contract/exchanges.ts';
import { sayOutside } from '../../../../shared/exchange/kinds.ts';
import { sayMoment } from '../../../../shared/kernel/time.ts';
import { api } from '../../kernel/api.ts';
import { useNow } from '../../kernel/clock.ts';
import { toErrand, toExchange } from '../../kernel/go.ts';
import { usePages } from '../../kernel/pages.ts';
import { Blank } from '../../kernel/parts/Blank.tsx';
import { Button } from '../../kernel/parts/Button.tsx';
import { Icon } from '../../kernel/parts/Icon.tsx';
import { More } from '../../kernel/parts/More.tsx';
import { Press } from '../../kernel/parts/Press.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { Segments } from '../../kernel/parts/Segments.tsx';
import { Shown } from '../../kernel/parts/Shown.tsx';
import { StandStill } from '../../kernel/parts/StandStill.tsx';
import { toNoting } from '../go.ts';

const PARTS = [
  { name: 'all', label: '全部', id: 'exchanges-all' },
  { name: 'outside', label: '外来的 *', id: 'exchanges-outside' },
  { name: 'inside', label: '内部的', id: 'exchanges-inside' },
] as const;

function Row({ line, now }: { line: ExchangeLine; now: Date }) {
  const open = () => (line.what === 'slip' ? toErrand(line.id) : toExchange(line.id));
  return (
    <Press id={`exchange-${line.id}`} className="cell" role="link" onPress={open}>
      <View className="grow">
        <View className="row tight wrap">
          <Text className={`tag ${line.outside ? 'ours' : ''}`}>
            {sayOutside(line.outside)}
            {line.label}
          </Text>
          {line.department && <Text className="cap">{line.department}</Text>}
        </View>
        <View className="b mt4">{line.title}</View>
        {line.outcome && <View className={`sub ${line.late ? 'red' : ''}`}>{line.outcome}</View>}
        <View className="cap pair">
          <Text className="part">
            {line.officeName} · {line.source}
          </Text>
          <Text className="part nw">{sayMoment(new Date(line.at), now)}</Text>
        </View>
      </View>
      <Icon name="right" />
    </Press>
  );
}

/** 信息交流: what is worth knowing, from inside and outside, and what became of it (D6, D8). */
export default function ExchangesPage() {
  const now = useNow();
  const [show, choose] = useState<(typeof PARTS)[number]['name']>('all');
  const paged = usePages((after) => api.exchanges(after ? { show, after } : { show }), `exchanges ${show}`);
  return (
    <Screen
      foot={
        <Button id="note-exchange" look="main" onPress={toNoting}>
          登记一条
        </Button>
      }
    >
      <StandStill />
      <Segments items={PARTS} chosen={show} onChoose={choose} />
      <Shown asked={paged}>
        {({ items, waiting }) => (
          <>
            {waiting > 0 && (
              <View className="strip quiet mt12" id="waiting">
                {waiting} 件外来信息等品质管理部传达
              </View>
            )}
            {items.length === 0 && (
              <Blank title="还没有登记的信息" note="有用的就记下来。外来的标 *：法规、标准、主管部门、供方、开发商、客户的，交给品质管理部传达。" />
            )}
            <View className="cells mt12">
              {items.map((line) => (
                <Row key={line.id} line={line} now={now} />
              ))}
            </View>
            <More paged={paged} />
          </>
        )}
      </Shown>
    </Screen>
  );
}
