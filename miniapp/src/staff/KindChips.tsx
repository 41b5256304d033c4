import type { KindAsked } from '../../../shared/contract/boards.ts';
import { WORKED } from '../../../shared/tickets/groups.ts';
import { KIND_LABELS } from '../../../shared/tickets/ticket.ts';
import { useDraftChoice } from '../kernel/draft.ts';
import { Chips, choicesOf } from '../kernel/parts/Choice.tsx';

const CHOICES = choicesOf<KindAsked>({ all: '全部', ...KIND_LABELS });
/** A board is of those somebody is sent to. */
const SENT_TO = CHOICES.filter(({ name }) => name === 'all' || WORKED.includes(name));

/** Which kind of tickets a page of figures looks at; it is the same when whoever left the page comes back. */
export const useKind = (page: 'late' | 'board') => useDraftChoice<KindAsked>(`kind.${page}`, 'all');

/** 全部 / 报修 / 特约服务 …. */
export function KindChips({ chosen, isBoard = false, onChoose }: { chosen: KindAsked; isBoard?: boolean; onChoose: (kind: KindAsked) => void }) {
  return <Chips id="kind" className="mt8" items={isBoard ? SENT_TO : CHOICES} chosen={chosen} onChoose={onChoose} />;
}
