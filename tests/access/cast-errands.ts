import type { HttpStory } from '../support/http-story.ts';
import type { Told } from '../support/story.ts';

export type Errand = 'h' | 't' | 'r' | 'u' | 'c' | 'l' | 'd';

/** What colleagues owe each other in WT: of a home's suggestion, of none, and of a complaint that is walled from the office. */
export const ERRANDS: Record<Errand, string> = {
  h: 'a handover of A to the environment department, given',
  t: 'a handover of A to the security department, taken',
  r: 'a referral of A to finance, returned',
  u: 'an emergency of no ticket, at the security department, registered',
  c: 'a corrective action the director gave the engineering supervisor, given',
  l: 'a letter from an authority, the head of the security department answers for it, copied to leadership and finance',
  d: 'a handover of the complaint against the director to the quality department, given',
};

const BY = '2026-03-20T10:00:00.000Z';
const key = () => ({ key: crypto.randomUUID() });

/** Gives each and brings it as far as it is. */
export async function giveErrands(story: HttpStory, tickets: { A: Told; d: Told }, officeId: string): Promise<Record<Errand, string>> {
  const of = (ticket: Told) => ({ ticketId: ticket.id, content: '请看看', answerBy: BY, lead: false });
  const agent = await story.client('林晓芸');
  const h = await agent.giveErrand({ kind: 'handover', department: 'environment', ...of(tickets.A) }, key());
  const t = await agent.giveErrand({ kind: 'handover', department: 'security', ...of(tickets.A) }, key());
  await (await story.client('郭卫东')).takeErrand({ id: t.id, promisedBy: BY, words: '' });
  const r = await agent.giveErrand({ kind: 'referral', department: 'finance', ...of(tickets.A) }, key());
  await (await story.client('曹阳')).giveBackErrand({ id: r.id, words: '核过了' });
  const calledPerson = await story.personId('郭卫东');
  const u = await agent.giveErrand(
    { kind: 'urgent', officeId, department: 'security', content: '电梯困人', answerBy: BY, lead: false, calledPerson },
    key(),
  );
  await (await story.client('吴桐')).registerErrand({ id: u.id });
  const holder = await story.personId('陈立');
  const c = await (await story.client('郑涛')).giveAction(
    { month: '2026-03', officeId, about: { field: 'equipment' }, holder, content: '换一批密封圈', dueBy: BY },
    key(),
  );
  const l = await agent.registerLetter(
    {
      officeId,
      from: 'authority',
      sender: '街道办',
      receivedOn: '2026-03-01',
      subject: '检查消防通道',
      holder: calledPerson,
      important: true,
      copies: ['leadership', 'finance'],
    },
    key(),
  );
  const d = await (await story.client('曾勇')).giveErrand({ kind: 'handover', department: 'quality', ...of(tickets.d) }, key());
  return { h: h.id, t: t.id, r: r.id, u: u.id, c: c.id, d: d.id, l: l.id };
}
