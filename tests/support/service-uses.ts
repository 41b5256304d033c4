import type { Doer } from './service-deeds.ts';
import type { Story, Told } from './story.ts';

/** What two outside providers of 梧桐里 are called. */
export const CLEANING = '洁亮家电清洗';
export const HELPERS = '邻家保洁';

/** Six households of 梧桐里, four served by one provider and two by the other. */
export const BY_TWO: readonly (readonly [name: string, who: Doer])[] = ['王秀兰', '陈一鸣', '吴晓雯', '方国栋', '周文静', '马建军'].map(
  (name, index) => [name, { provider: index < 4 ? CLEANING : HELPERS }],
);

/** A special service of somebody's home in 梧桐里, ordered in the morning and done by three. */
export async function uses(s: Story, name: string, who: Doer, day = '2026-05-11'): Promise<Told> {
  s.at(`${day} 09:00`);
  const ticket = await s.resident(name).orders('空调清洗');
  await s.agent('林晓芸').arranges(ticket, who, `${day} 14:00`);
  const hands = 'technician' in who ? s.technician(who.technician) : s.agent('林晓芸');
  s.at(`${day} 13:30`);
  await hands.arrives(ticket);
  s.at(`${day} 15:00`);
  await hands.completes(ticket);
  return ticket;
}
