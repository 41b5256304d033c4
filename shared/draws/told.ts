import type { Told } from '../tickets/ticket.ts';

/** The calls a repair may be drawn for: the company's every week (V1), the quality department's every month (V2). */
export type DrawnCall = 'weekly_visit' | 'quality_visit';

const without = (calls: readonly DrawnCall[], over: unknown) => ({ drawnFor: calls.filter((one) => one !== over) });

/** One call was ended: what another draw owes of the same order is still to be asked. */
function lessOne(calls: readonly DrawnCall[], over: unknown) {
  const ended = calls.indexOf(over as DrawnCall);
  return { drawnFor: calls.filter((_, index) => index !== ended) };
}

/** What a draw makes of a repair, and how it ends: asked, or found out of reach (Z13). */
export const DRAW_TOLD: Told = {
  drawn: ({ drawnFor }) => ({ drawnFor: [...drawnFor, 'weekly_visit'] }),
  drawn_by_quality: ({ drawnFor }) => ({ drawnFor: [...drawnFor, 'quality_visit'] }),
  weekly_visited: ({ drawnFor }) => without(drawnFor, 'weekly_visit'),
  quality_visited: ({ drawnFor }) => without(drawnFor, 'quality_visit'),
  visit_ended: ({ drawnFor }, { facts }) => lessOne(drawnFor, facts.what),
};
