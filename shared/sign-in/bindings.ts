import { Problem, refuseField } from '../kernel/problem.ts';
import type { Doubt } from './doubts.ts';

/** How an agent knows that somebody is who they say, where the number they typed is not the one that is registered (A1). */
export const PROOFS = {
  papers: '当面看过证件和房产证或租约',
  called: '打登记的号码问过本人',
  at_home: '上门见到本人',
  other: '其他',
} as const;

export type Proof = keyof typeof PROOFS;

/** A request as whoever answers it finds it, beside the resident they chose. */
export interface BindingCase {
  /** Whether the number that was typed is the one registered for the chosen person. */
  isRegisteredNumber: boolean;
  /** Colleagues come in by invitation: an agent must not be able to give somebody a colleague's sight. */
  isColleague: boolean;
  /** The chosen person, or whose number was typed, is the agent or lives with the agent. */
  isOwnHome: boolean;
  /** What speaks against the number alone. */
  doubts: readonly Doubt[];
}

/**
 * Whether an agent may bind a stranger's WeChat to this resident, and what goes on record (A1).
 * @throws Problem `binding/own-home`, `binding/colleague`, `request/invalid` where the number is another, or may be somebody else's by now, and nothing
 * is said of how identity was checked
 */
export function decideAccept(found: BindingCase, said: { proof: Proof | null; words: string }): { proof: Proof | 'number'; words: string | null } {
  if (found.isOwnHome) throw new Problem('binding/own-home');
  if (found.isColleague) throw new Problem('binding/colleague');
  const isDoubtful = found.doubts.length > 0;
  if (found.isRegisteredNumber && !isDoubtful) return { proof: said.proof ?? 'number', words: said.words || null };
  const why = found.isRegisteredNumber ? '号码可能换了人' : '填的号码和登记的不一样';
  if (said.proof === null) throw refuseField('proof', `${why}，请选怎么核对的本人`);
  // Whoever holds a recycled number answers it.
  if (found.isRegisteredNumber && said.proof === 'called') throw refuseField('proof', '号码可能换了人，打它问不出是不是本人，请换一种办法核对');
  if (said.words === '') throw refuseField('words', `${why}，请写一下核对的情况`);
  return { proof: said.proof, words: said.words };
}
