import type { Paged } from '../pages.ts';
import { Button } from './Button.tsx';

/** The way to the rest of a list, where reaching the bottom did not fetch it. */
export function More({ paged, label = '看更多' }: { paged: Pick<Paged<{ next: string | null }>, 'value' | 'more' | 'busy'>; label?: string }) {
  if (!paged.value?.next) return null;
  return (
    <Button id="more-rows" look="plain" onPress={paged.more}>
      {paged.busy ? '正在取…' : label}
    </Button>
  );
}
