import { Problem } from '../../shared/kernel/problem.ts';
import { Moved } from '../ledger/record.ts';

/** A document moved between read and save is one somebody else decided on. */
export async function orChanged<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Moved) throw new Problem('approval/decided');
    const code = (error as { cause?: { code?: string; constraint_name?: string } }).cause;
    if (code?.code === '23505' && code.constraint_name === 'approvals_by_name') throw new Problem('approval/decided');
    throw error;
  }
}
