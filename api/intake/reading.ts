import { findHomes, intakeOffices } from '../../db/queries/intake.ts';
import { homesNow } from '../../db/queries/viewer.ts';
import type { IntakeHome } from '../../shared/contract/intake.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import type { Ctx } from '../context.ts';
import { maskNumber } from '../identity/numbers.ts';

/** Homes to take something down for, and the estates, where this viewer works. @throws Problem `intake/staff-only` */
export async function intakeHomes(
  ctx: Ctx,
  input: { q?: string | undefined },
): Promise<{ items: IntakeHome[]; offices: { id: string; name: string }[] }> {
  if (ctx.viewer.appointments.length === 0) throw new Problem('intake/staff-only');
  const own = homesNow(ctx.viewer, ctx.clock()).map((home) => home.homeId);
  const found = input.q === undefined ? [] : await findHomes(ctx.db, ctx.viewer, input.q);
  return {
    offices: await intakeOffices(ctx.db, ctx.viewer),
    items: found.map((home) => ({
      ...home,
      own: own.includes(home.id),
      residents: home.residents.map(({ last4, ...resident }) => ({ ...resident, phone: maskNumber(last4) })),
    })),
  };
}
