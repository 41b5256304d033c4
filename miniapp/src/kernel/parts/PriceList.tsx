import { useState } from 'react';
import type { Price } from '../../../../shared/contract/prices.ts';
import { api } from '../api.ts';
import { useAsked } from '../ask.ts';
import { Blank } from './Blank.tsx';
import { Chips } from './Choice.tsx';
import { findPrices, PriceCells } from './PriceCells.tsx';
import { SearchField } from './SearchField.tsx';
import { Shown } from './Shown.tsx';

/** The price lists one may read, and which of them is looked at, for what. */
export function usePriceList() {
  const asked = useAsked(() => api.prices({}), 'prices', 'prices');
  const [words, write] = useState('');
  const [chosen, choose] = useState('');
  const offices = asked.value?.offices ?? [];
  const office = offices.find((one) => one.id === chosen) ?? offices[0];
  return { asked, words, write, offices, office, choose };
}

interface Props {
  list: ReturnType<typeof usePriceList>;
  hint: string;
  /** What is said where nothing is found. */
  note: string;
  /** Prices of a later day too, for those who write them. */
  ahead?: boolean;
  onPress: ((one: Price) => void) | null;
}

/** One price list: looked through by words; of which estate, where there are several. */
export function PriceList({ list, hint, note, ahead = false, onPress }: Props) {
  const { asked, words, write, offices, office, choose } = list;
  return (
    <>
      <SearchField id="find-price" words={words} hint={hint} onWrite={write} />
      <Shown asked={asked}>
        {({ items, today }) => {
          const found = findPrices(
            items.filter((one) => one.officeId === office?.id && (ahead || one.from <= today)),
            words,
          );
          return (
            <>
              {offices.length > 1 && (
                <Chips
                  id="office"
                  className="mt12"
                  items={offices.map(({ id, name }) => ({ name: id, label: name }))}
                  chosen={office?.id}
                  onChoose={choose}
                />
              )}
              {found.length === 0 && <Blank title={words ? '没有找到这一项' : '还没有价目表'} note={note} />}
              <PriceCells items={found} today={today} onPress={onPress} />
            </>
          );
        }}
      </Shown>
    </>
  );
}
