import { useState } from 'react';
import type { Price } from '../../../../shared/contract/prices.ts';
import { Button } from '../../kernel/parts/Button.tsx';
import { PriceList, usePriceList } from '../../kernel/parts/PriceList.tsx';
import { Screen } from '../../kernel/parts/Screen.tsx';
import { PriceSheet } from './PriceSheet.tsx';

/** 价目表: kept by the engineering supervisor and the director, read by everybody who works here (P1, R5). */
export default function PricesPage() {
  const list = usePriceList();
  const [editing, edit] = useState<{ price: Price | null } | null>(null);
  const { asked, office } = list;
  const done = () => {
    edit(null);
    void asked.again();
  };
  const foot = office?.mayWrite && (
    <Button id="new-price" look="main" onPress={() => edit({ price: null })}>
      加一个项目
    </Button>
  );
  return (
    <Screen foot={foot}>
      <PriceList list={list} hint="找一个项目" note="工程主管和主任可以加。" ahead onPress={office?.mayWrite ? (price) => edit({ price }) : null} />
      {editing && office && asked.value && (
        <PriceSheet
          key={editing.price?.id ?? 'new'}
          officeId={office.id}
          price={editing.price}
          today={asked.value.today}
          onDone={done}
          onClose={() => edit(null)}
        />
      )}
    </Screen>
  );
}
