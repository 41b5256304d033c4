import type { HttpStory } from '../support/http-story.ts';
import type { Told } from '../support/story.ts';

export type Spoken = 'I' | 'O' | 'Q' | 'W' | 'Z';

/** What residents said that nobody has to mend. */
export const SPOKEN: Record<Spoken, string> = {
  I: 'home 502, a suggestion, received',
  O: 'home 502, praise, received',
  Q: 'home 502, an enquiry, received',
  W: 'home 502, a suggestion, declined',
  Z: 'home 502, a suggestion, declined and objected to',
};

/** Says them, and answers two. */
export async function speakUp(story: HttpStory): Promise<Record<Spoken, Told>> {
  const [rep, agent] = [story.resident('王秀兰'), story.agent('林晓芸')];
  const said = {
    I: await rep.speaks('suggestion', '楼下装个充电桩'),
    O: await rep.speaks('praise', '赵师傅修得好'),
    Q: await rep.speaks('enquiry', '装修垃圾放哪里'),
    W: await rep.speaks('suggestion', '门口加一排座椅'),
    Z: await rep.speaks('suggestion', '地面改成防滑砖'),
  };
  for (const one of [said.W, said.Z]) await agent.declines(one);
  await rep.objects(said.Z);
  return said;
}
