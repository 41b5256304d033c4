import { createHash, randomBytes } from 'node:crypto';
import type { Database } from '../../db/connect.ts';
import { beginCompany, holdSetUp, isEmpty, type NewCompany, offerSetUp } from '../../db/queries/company.ts';
import { bindStranger, holdOpenid } from '../../db/queries/sign-in.ts';
import type { EstateForm } from '../../shared/company/estates.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { readCode, sayCode } from '../../shared/sign-in/invitations.ts';
import { goodUntil } from '../../shared/sign-in/terms.ts';
import { type House, transact } from '../context.ts';
import { strangerOf, wechatOf } from '../sign-in/commands.ts';

/** What a set-up code is known by in the table: 128 random bits need no key. */
export const hashOfSetUp = (code: string): string => createHash('sha256').update(`set-up ${code}`).digest('hex');

/**
 * A code for whoever sets the company up, to be shown once: only its hash is kept, and an earlier one is good no longer.
 * @param db as whoever owns the database
 * @returns null where there is a company
 */
export async function offerCode(db: Database, { clock, newId }: Pick<House, 'clock' | 'newId'>): Promise<{ code: string; goodUntil: Date } | null> {
  const code = sayCode(randomBytes(16));
  const now = clock();
  const until = goodUntil('setUp', now);
  return (await offerSetUp(db, { id: newId(), codeHash: hashOfSetUp(code), expiresAt: until }, now)) ? { code, goodUntil: until } : null;
}

const HEAD_OFFICE_LETTERS = 'ZB';
const HOUR = 60;
/** Until somebody sets them otherwise. */
const OPENS_AT = 8 * HOUR;
const CLOSES_AT = 18 * HOUR;

interface SetUp {
  pass: string;
  setUpCode: string;
  companyName: string;
  hotline: string;
  name: string;
  code: string;
}

/**
 * Begins the company in an empty database: whoever has the code that the migration printed is its general manager, by the number WeChat vouches for.
 * @throws Problem `sign-in/pass-over`, `set-up/not-good`, `set-up/done`, `wechat/*`
 */
export async function setUp(house: House, input: SetUp): Promise<{ token: string }> {
  const wechat = wechatOf(house);
  const stranger = await strangerOf(house, input.pass, 'inviteOne');
  const code = readCode(input.setUpCode);
  if (!code) throw new Problem('set-up/not-good');
  const codeHash = hashOfSetUp(code);
  // Each number WeChat vouches for costs money: nothing is asked for a code that is none.
  if (!(await isEmpty(house.db))) throw new Problem('set-up/done');
  if (!(await holdSetUp(house.db, stranger, codeHash, house.clock()))) throw new Problem('set-up/not-good');
  const phone = await wechat.phoneNumber(input.code);
  const managerId = house.newId();
  const form: EstateForm = {
    name: input.companyName,
    letters: HEAD_OFFICE_LETTERS,
    hotline: input.hotline,
    opensAtMinute: OPENS_AT,
    closesAtMinute: CLOSES_AT,
    occupiedSince: null,
    commissionBased: false,
    singleClient: false,
  };
  const manager: NewCompany['manager'] = { id: managerId, name: input.name, ...house.numbers.seal(phone, managerId), appointmentId: house.newId() };
  const head = { id: house.newId(), form, entryId: house.newId() };
  const signedInAt = await transact(house, async (tx) => {
    const now = house.clock();
    await holdOpenid(tx, stranger);
    const codeId = await holdSetUp(tx, stranger, codeHash, now);
    if (!codeId || !(await isEmpty(tx))) throw new Problem(codeId ? 'set-up/done' : 'set-up/not-good');
    await beginCompany(tx, stranger, { codeId, head, manager }, now);
    const since = await bindStranger(tx, stranger, { id: house.newId(), personId: managerId, via: 'invitation' }, now);
    if (!since) throw new Error('the first user was written a moment ago and is not there');
    return since;
  });
  return { token: await house.tokens.sign(managerId, signedInAt) };
}
