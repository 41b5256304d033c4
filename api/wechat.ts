import { waitUntil } from '@vercel/functions';
import { readEnvironment } from './environment.ts';
import { openHouse } from './open.ts';
import { answerPush } from './wechat/push.ts';

// One of the edges where the machine is asked for the time.
const house = await openHouse(readEnvironment(process.env), { clock: () => new Date(), later: (work) => waitUntil(work()) });
const answer = (request: Request) => answerPush(house, request);

export { answer as GET, answer as POST };
