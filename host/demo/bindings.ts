import { createApp } from '../../api/app.ts';
import type { House } from '../../api/context.ts';
import { PEOPLE } from '../../db/seeds/company.ts';

const numberOf = (name: string) => `1380000${6000 + PEOPLE.findIndex((person) => person.name === name)}`;

/** Strangers who typed their numbers: one that is registered, one that is new, one whose name is not on the roster, one of the other estate. */
const ASKED = [
  { estate: '梧桐里', name: '马建军', home: '1栋2单元702', phone: numberOf('马建军') },
  { estate: '梧桐里', name: '周文静', home: '4栋3单元602', phone: '13800009001' },
  { estate: '梧桐里', name: '方国梁', home: '2栋1单元801', phone: '13800009002' },
  { estate: '海棠湾', name: '高志远', home: '9-1-1501', phone: numberOf('高志远') },
] as const;

/** Hands in the demo's forms as strangers would, through the real door. */
export async function askForBindings(house: House): Promise<void> {
  const app = createApp(house);
  const listed = await app.fetch(new Request('http://house/api/sign-in/estates'));
  const { items } = (await listed.json()) as { items: { id: string; name: string }[] };
  for (const [index, { estate, ...form }] of ASKED.entries()) {
    const pass = await house.passes.sign({ kind: 'stranger', openid: `demo-stranger-${index}` });
    const officeId = items.find((one) => one.name === estate)?.id;
    const headers = { 'content-type': 'application/json' };
    const answer = await app.fetch(
      new Request('http://house/api/sign-in/ask', { method: 'POST', headers, body: JSON.stringify({ pass, officeId, ...form }) }),
    );
    if (answer.status !== 200) throw new Error(`the demo's form ${index} answered ${answer.status}`);
  }
}
