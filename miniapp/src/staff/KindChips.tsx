import type { KindAsked } from '../../../shared/contract/boards.ts';
import { KIND_LABELS } from '../../../shared/tickets/ticket.ts';
import { useDraftChoice } from '../kernel/draft.ts';
import { Chips, choicesOf } from '../kernel/parts/Choice.tsx';

const CHOICES = choicesOf<KindAsked>({ all: '全部', ...KIND_LABELS });

/** Which kind of tickets a page of figures looks at; it is the same when whoever left the page comes back. */
export const useKind = (page: 'late' | 'board') => useDraftChoice<KindAsked>(`kind.${page}`, 'all');

/** 全部 / 报修 / 特约服务. */
export function KindChips({ chosen, onChoose }: { chosen: KindAsked; onChoose: (kind: KindAsked) => void }) {
  return <Chips id="kind" className="mt8" items={CHOICES} chosen={chosen} onChoose={onChoose} />;
}
