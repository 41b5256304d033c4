import { readTries } from '../../db/queries/visits.ts';
import { decideConfirmPublic } from '../../shared/tickets/decide.ts';
import { decideCheckDefect, decideEndVisit, decideFlag, decideTry, owedVisit } from '../../shared/visits/decide.ts';
import { type CallVisit, FINDINGS, type Finding } from '../../shared/visits/script.ts';
import { calledBefore, command, spoken } from '../tickets/command.ts';
import { withFiles } from '../tickets/commands.ts';

interface Called {
  id: string;
  what: CallVisit;
}

/** Z13: nobody answered. Nothing was said, so nothing stands in the register. */
export const tryVisit = command<Called>('tryVisit', async (reading, input, tx, ctx) =>
  decideTry(reading, ctx.viewer.id, input.what, reading.relations, await calledBefore(reading, tx, ctx)),
);

/** Z13: nobody could be reached, on as many days and at as different hours as the office's figures ask. @throws Problem `visits/too-few-tries` */
export const endVisit = command<Called>('endVisit', async (reading, input, tx, ctx) => {
  const promise = owedVisit(reading, input.what);
  const tries = await readTries(tx, ctx.viewer, { ...promise, officeId: reading.file.officeId });
  return decideEndVisit(reading, ctx.viewer.id, input.what, reading.relations, () => tries);
});

/** Z3: the supervisor has seen that a public place is mended; what they saw is for colleagues. */
export const confirmPublic = command<{ id: string; words: string }>('confirmPublic', (reading, input) => ({
  ...decideConfirmPublic(reading),
  said: [spoken(reading, input.words, { kind: 'note', direction: 'internal', audience: 'staff', participants: [] })],
}));

/** R10: the supervisor says what is a large defect; why is for colleagues. */
export const flag = command<{ id: string; isLarge: boolean; words: string }>('flag', (reading, input) => ({
  ...decideFlag(reading, input.isLarge),
  said: [spoken(reading, input.words, { kind: 'note', direction: 'internal', audience: 'staff', participants: [] })],
}));

/** R10, R11: what was seen on the spot, with a picture of it. */
export const checkDefect = command<{ id: string; finding: Finding; words: string; photoIds: string[] }>(
  'checkDefect',
  async (reading, input, tx, ctx) => {
    const decision = decideCheckDefect(reading, ctx.viewer.id, input.finding);
    const hung = await withFiles(reading, input, tx, ctx);
    const outcome = FINDINGS[input.finding].label;
    return { ...decision, said: [spoken(reading, input.words, { ...hung, channel: 'face_to_face', kind: 'visit', direction: 'out', outcome })] };
  },
);
