import { useReachBottom } from '@tarojs/taro';
import { useRef, useState } from 'react';
import { type Asked, useAsked } from './ask.ts';

interface Page<Item> {
  items: Item[];
  next: string | null;
}

export interface Paged<P> extends Asked<P> {
  more: () => Promise<void>;
  busy: boolean;
}

/** A list by keyset pages; when shown again it asks anew for as many as were there. */
export function usePages<Item, P extends Page<Item>>(
  ask: ((after?: string) => Promise<P>) | null,
  about: string,
  keepAs: string | null = null,
): Paged<P> {
  const wanted = useRef({ about, count: 0 });
  const [busy, setBusy] = useState(false);
  if (wanted.current.about !== about) wanted.current = { about, count: 0 };

  const all = async (): Promise<P> => {
    let page = await ask!();
    let { items } = page;
    while (page.next && items.length < wanted.current.count) {
      page = await ask!(page.next);
      items = [...items, ...page.items];
    }
    return { ...page, items };
  };
  const asked = useAsked(ask && all, about, keepAs);

  const more = async () => {
    const shown = asked.value;
    if (!ask || !shown?.next || busy) return;
    setBusy(true);
    try {
      const page = await ask(shown.next);
      const items = [...shown.items, ...page.items];
      wanted.current = { about, count: items.length };
      asked.take({ ...page, items });
    } catch {
      // The button stays; tapping it tries again.
    } finally {
      setBusy(false);
    }
  };
  useReachBottom(() => {
    void more();
  });
  return { ...asked, more, busy };
}
