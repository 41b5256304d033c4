import { waitUntil } from '@vercel/functions';
import { answerCron } from './caretaking.ts';
import { readEnvironment } from './environment.ts';
import { openHouse } from './open.ts';

// One of the edges where the machine is asked for the time.
const house = await openHouse(readEnvironment(process.env), { clock: () => new Date(), later: (work) => waitUntil(work()) });
const answer = (request: Request) => answerCron(house, request);

export { answer as GET, answer as POST };
