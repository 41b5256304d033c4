import { describe, expect, test } from '@jest/globals';
import { Problem } from '../../shared/kernel/problem.ts';
import { shanghaiTime } from '../../shared/kernel/time.ts';
import { storyOfEach } from '../support/api-story.ts';

const s = storyOfEach({ at: '2026-03-02 09:00' });
const as = (name: string) => s.client(name);
const iso = (wall: string) => shanghaiTime(wall).toISOString();
const key = () => ({ key: crypto.randomUUID() });

/** The fields a deed is refused for; its code where it names none. */
async function wrongIn(deed: Promise<unknown>): Promise<string[]> {
  const problem = await deed.then(
    () => new Error('it was let through'),
    (error: Error) => error,
  );
  if (!(problem instanceof Problem)) throw problem;
  return problem.errors?.map(({ field }) => field) ?? [problem.code];
}

describe('what a body names beside an estate is of that estate', () => {
  test('a corrective measure for a home or a facility of another estate, or nobody knows (C9)', async () => {
    const lift = await s.resident('许若琳').reports({ category: 'lift', place: 'public', where: '6栋1单元电梯' });
    await (await as('宋雨')).nameFacility({ id: lift.id, name: '6栋1单元电梯' });
    const { items } = await (await as('宋雨')).facilities({ officeId: await s.officeId('HT') });
    const facilityId = items[0]!.id;
    const gives = async (letters: string, about: object) =>
      wrongIn(
        (await as('吴桐')).giveAction(
          {
            month: '2026-03',
            officeId: await s.officeId(letters),
            about,
            holder: await s.personId(letters === 'WT' ? '陈立' : '谢军'),
            content: '请去看看',
            dueBy: iso('2026-03-20 18:00'),
          },
          key(),
        ),
      );
    const home = { homeId: await s.homeId('6栋1单元902') };
    expect(await gives('WT', home)).toEqual(['about.homeId']);
    expect(await gives('WT', { facilityId })).toEqual(['about.facilityId']);
    expect(await gives('WT', { facilityId: crypto.randomUUID() })).toEqual(['about.facilityId']);
    await expect(gives('HT', { ...home, facilityId })).rejects.toThrow('let through');
  });

  test('a slip or a letter about a matter of another estate than it says (D1, I14)', async () => {
    const { id: ticketId } = await s.resident('王秀兰').reports({ category: 'doors', words: '门坏了' });
    const company = await as('吴桐');
    const both = async (letters: string) => ({ ticketId, officeId: await s.officeId(letters) });
    const slip = {
      kind: 'work_letter' as const,
      department: 'finance' as const,
      content: '请看',
      answerBy: iso('2026-03-04 12:00'),
      lead: false,
    };
    const letter = { from: 'resident' as const, sender: '王秀兰', receivedOn: '2026-03-01', subject: '门', holder: await s.personId('吴桐') };
    expect(await wrongIn(company.giveErrand({ ...slip, ...(await both('HT')) }, key()))).toEqual(['officeId']);
    expect(await wrongIn(company.registerLetter({ ...letter, ...(await both('HT')) }, key()))).toEqual(['officeId']);
    await company.giveErrand({ ...slip, ...(await both('WT')) }, key());
    await company.registerLetter({ ...letter, ...(await both('WT')) }, key());
  });

  test('what was said of a home, taken down for another estate (I2)', async () => {
    const said = {
      homeId: await s.homeId('3栋2单元502'),
      name: '王秀兰的妹妹',
      words: '门岗很热心',
      channel: 'front_desk' as const,
      kind: 'praise' as const,
    };
    const agent = await as('林晓芸');
    expect(await wrongIn(agent.takeRemark({ ...said, officeId: await s.officeId('HT') }, key()))).toEqual(['officeId']);
    await agent.takeRemark({ ...said, officeId: await s.officeId('WT') }, key());
  });

  test('who lives at two estates complains about a matter from the home it is of (C3)', async () => {
    const there = await s.resident('陈一鸣').reports({ category: 'doors', words: '门锁坏了' });
    const api = await as('陈一鸣');
    const homes = (await api.session({})).homes;
    const from = async (letters: string) => homes.find((home) => home.officeName === (letters === 'WT' ? '梧桐里' : '海棠湾'))!.id;
    const complain = async (letters: string) =>
      api.complain({ homeId: await from(letters), ticketId: there.id, words: '一直没修好', against: ['technician'] }, key());
    const of = (await api.ticket({ id: there.id })).number.slice(0, 2);
    expect(await wrongIn(complain(of === 'WT' ? 'HT' : 'WT'))).toEqual(['ticketId']);
    await complain(of);
  });
});
