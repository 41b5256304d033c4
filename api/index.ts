import { waitUntil } from '@vercel/functions';
import { createApp } from './app.ts';
import { readEnvironment } from './environment.ts';
import { addressOnVercel } from './http/address.ts';
import { openHouse } from './open.ts';

// One of the edges where the machine is asked for the time.
const house = await openHouse(readEnvironment(process.env), {
  clock: () => new Date(),
  later: (work) => waitUntil(work()),
  addressOf: addressOnVercel,
});
const app = createApp(house);
const answer = (request: Request) => app.fetch(request);

export { answer as DELETE, answer as GET, answer as HEAD, answer as OPTIONS, answer as PATCH, answer as POST, answer as PUT };
