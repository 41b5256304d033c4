import type { HttpStory } from '../support/http-story.ts';
import type { Told } from '../support/story.ts';

export type Complained = 'c' | 'd' | 'q' | 't' | 'f' | 'n' | 'o' | 'l';

/** What residents complain of: who handles it, and who must not see it. */
export const COMPLAINED: Record<Complained, string> = {
  c: 'home 502, a complaint at the office',
  d: 'home 502, a complaint against the director, at leadership; the head of the service centre is let in',
  q: 'home 502, a complaint at the quality department, with a plan',
  t: 'home 502, a complaint against the technician of B, at the director',
  f: 'home 502, a complaint the quality department answered, the complainant is content',
  n: 'no home, a complaint out of the suggestion box, at the office',
  l: 'home 502, a complaint against leadership, at the quality department',
  o: 'no home, a complaint nobody put a name to, the quality department answered it',
};

/** Says them, and brings each as far as it is. */
export async function complainOf(story: HttpStory): Promise<Record<Complained, Told>> {
  const [rep, quality] = [story.resident('王秀兰'), story.person('吴桐')];
  const said = {
    c: await rep.complains({}, '楼道堆着东西没人管'),
    d: await rep.complains({ against: ['director'] }, '主任说话不算数'),
    q: await rep.complains({ door: 'company' }, '物业费算不清楚'),
    t: await rep.complains({}, '师傅把地板踩脏了'),
    f: await rep.complains({ door: 'company' }, '电话没人接'),
    l: await rep.complains({ against: ['leadership'] }, '领导答应的没有做'),
  };
  const unnamed = {
    n: await story.agent('林晓芸').takesUnnamedComplaint(),
    o: await story.person('袁媛').takesUnnamedComplaint({ door: 'company' }),
  };
  await story.person('袁媛').answersUnnamed(unnamed.o, 'public');
  await story.person('曾勇').letsIn(said.d, '周敏');
  await story.agent('林晓芸').points(said.t, { accused: ['赵建国'] });
  await quality.plans(said.q, ['2026-03-20 18:00']);
  await quality.formallyReplies(said.f);
  await quality.recordsCause(said.f);
  await rep.confirms(said.f);
  return { ...said, ...unnamed };
}
