import type { Transaction } from '../../db/connect.ts';
import { type GoodInvitation, readJoiner, spendFamilyInvitation } from '../../db/queries/family.ts';
import { insertChange, insertStay } from '../../db/queries/households.ts';
import type { Stranger } from '../../db/queries/sign-in.ts';
import type { Viewer } from '../../db/queries/viewer.ts';
import type { House } from '../context.ts';

/** Whoever holds a good code lives in its home from now on, once; the code is used. */
export async function moveInBy(
  house: Pick<House, 'newId'>,
  tx: Transaction,
  asker: Stranger | Viewer,
  invitation: GoodInvitation,
  personId: string,
  now: Date,
): Promise<void> {
  const home = { id: invitation.homeId, officeId: invitation.officeId };
  const joiner = await readJoiner(tx, asker, home, personId, now);
  await spendFamilyInvitation(tx, asker, invitation, personId, now);
  if (joiner?.livesThere) return;
  const stay = { id: house.newId(), personId, as: 'occupant' as const, from: now, invitedBy: invitation.issuedBy };
  await insertStay(tx, null, home, stay);
  await insertChange(tx, null, home, personId, { id: house.newId(), did: 'joined', personId, as: stay.as, on: now, at: now });
}
