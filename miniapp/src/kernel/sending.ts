import Taro from '@tarojs/taro';
import { Problem, refuseField } from '../../../shared/kernel/problem.ts';
import * as queue from '../../../shared/queue/queue.ts';
import { type Arrived, actOf } from './acts.ts';
import { serverNow } from './clock.ts';
import { allHeld, type Held, heldChanged, heldNow, keepHeld, oneHeld } from './held.ts';
import { isAway } from './network.ts';
import { isPicture, noteOnWay, onWayTo, trayOf } from './on-way.ts';
import { sendShot } from './photos.ts';
import { personNow } from './session.ts';
import { dropShot } from './shelf.ts';
import { sendVoice } from './voice.ts';

/** Told with the ticket's id when something about it has arrived. */
export const ARRIVED = 'huiyin.queue.arrived';

/** Why one was not taken, in a few words. */
const WHY: Partial<Record<string, string>> = { 'photo/too-many': '已经够了', 'voice/too-many': '已经够了' };

async function tryShot(held: Held, shot: queue.HeldShot): Promise<Problem | null> {
  const ticketId = held.arrived!.id;
  const trays = await Promise.all(held.shots.map((shot) => trayOf(shot)));
  const known = onWayTo(ticketId);
  for (const tray of trays) if (tray && !known.some((one) => one.key === tray.key)) noteOnWay(ticketId, tray);
  const tray = trays.find((one) => one?.key === shot.key);
  // As it stands by then: meanwhile somebody may have dropped another.
  const note = (outcome: 'sent' | 'missing' | Problem) => {
    const after = queue.afterShot(oneHeld(held.key) ?? held, shot.key, outcome, serverNow());
    keepHeld(after);
    return after;
  };
  if (!tray) {
    note('missing');
    return null;
  }
  try {
    noteOnWay(ticketId, { ...tray, state: 'sending' });
    const way = {
      key: shot.key,
      position: tray.position,
      onPercent: (percent: number) => noteOnWay(ticketId, { ...tray, state: 'sending' as const, percent }),
    };
    const photoId = isPicture(tray)
      ? await sendShot(ticketId, 'report', tray, way)
      : await sendVoice(ticketId, 'report', { path: tray.path, bytes: tray.bytes, seconds: tray.seconds ?? 1 }, way);
    noteOnWay(ticketId, { ...tray, state: 'sent', percent: 100, photoId });
    // Its file stays until the app is opened anew: a page may still show it.
    note('sent');
    Taro.eventCenter.trigger(ARRIVED, held.arrived!.id);
    return null;
  } catch (thrown) {
    const problem = thrown instanceof Problem ? thrown : new Problem('server/bug');
    const refused = !note(problem).shots.some((one) => one.key === shot.key);
    noteOnWay(ticketId, { ...tray, state: 'failed', refused, why: refused ? (WHY[problem.code] ?? '这张用不了') : '没传上' });
    return problem;
  }
}

/** Photos that belong to what is said: sent under their own keys, so that another try finds those that have arrived. */
async function sendBefore(held: Held, purpose: 'result' | 'message'): Promise<string[]> {
  const ids: string[] = [];
  for (const shot of held.shots) {
    const tray = await trayOf(shot);
    if (!tray || !isPicture(tray)) throw refuseField('photoIds', '照片不在手机里了，请重新拍');
    ids.push(await sendShot(held.subject, purpose, tray, { key: shot.key, position: tray.position }));
  }
  return ids;
}

async function tryWords(held: Held): Promise<Problem | null> {
  const act = actOf(held.act);
  try {
    if (!act) throw new Problem('request/unknown-route');
    const body = held.shotsFirst ? queue.bodyWith(held, await sendBefore(held, act.shotsAs ?? 'result')) : held.body;
    const done = await act.call(body, { key: held.key });
    if (held.shotsFirst) for (const shot of held.shots) dropShot(shot.name);
    const after = queue.afterWords(held, done, serverNow());
    noteArrived(done, held.act);
    keepHeld(isWatched(held.key) ? { ...after, told: true } : after);
    const isTold = isWatched(held.key);
    settle(after);
    Taro.eventCenter.trigger(ARRIVED, done.id);
    if (after.shots.length > 0) void take('photos', false);
    if (!isTold) void Taro.showToast({ title: `发出去了\n${done.number}`, icon: 'none', duration: 3_000 });
    return null;
  } catch (thrown) {
    const problem = thrown instanceof Problem ? thrown : new Problem('server/bug');
    const after = queue.afterWords(held, problem, serverNow());
    keepHeld(after);
    settle(after);
    return problem;
  }
}

/** What arrived this session, by ticket, and the version it brought the ticket to: an answer asked for before knows nothing of it. */
const arrivedAt = new Map<string, { act: Held['act']; version: number }[]>();

const noteArrived = ({ id, version }: Arrived, act: Held['act']) => arrivedAt.set(id, [...(arrivedAt.get(id) ?? []), { act, version }]);

/** What has arrived of which an answer of this version cannot know yet. */
export const arrivedAfter = (id: string, version: number): Held['act'][] =>
  (arrivedAt.get(id) ?? []).filter((one) => one.version > version).map((one) => one.act);

/** How each ended this session: an entry that is over is gone from storage. */
const settled = new Map<string, Held>();
/** Those whose page still waits and will tell itself. */
const watched = new Map<string, () => void>();
const isWatched = (key: string) => watched.has(key);

function settle(held: Held): void {
  settled.set(held.key, held);
  watched.get(held.key)?.();
}

type Turn = 'waiting' | 'photos';
const running: Record<Turn, Promise<void> | null> = { waiting: null, photos: null };
const hurriedFor: Record<Turn, boolean> = { waiting: false, photos: false };

async function loop(turn: Turn): Promise<void> {
  let hurries = false;
  const tried = new Set<string>();
  const mayHurry = (one: { key: string }) => hurries && !tried.has(one.key);
  for (;;) {
    if (hurriedFor[turn]) {
      // Tapped for while others were on their way: those that failed meanwhile are tried once more.
      hurriedFor[turn] = false;
      hurries = true;
      tried.clear();
    }
    // Asked anew each time: whoever signed in on another page has changed the token too.
    const person = personNow();
    if (person === null) return;
    const next = queue.nextUp(allHeld(), person, serverNow(), (one, shot) => mayHurry(shot ?? one), [turn]);
    if (!next) return;
    const shot = turn === 'photos' ? queue.nextShot(next, serverNow(), mayHurry) : null;
    tried.add(shot?.key ?? next.key);
    const problem = await (shot ? tryShot(next, shot) : tryWords(next));
    if (!problem) continue;
    // A photo may fail on its way to the store while the house still answers.
    if ((queue.isUnreached(problem) && isAway()) || queue.fateOf(problem) === 'sign-in') return;
  }
}

function take(turn: Turn, hurry: boolean): Promise<void> {
  hurriedFor[turn] ||= hurry;
  running[turn] ??= loop(turn).finally(() => {
    running[turn] = null;
    hurriedFor[turn] = false;
    heldChanged();
  });
  return running[turn]!;
}

/** Sends what may go now, in order. @param hurry a tap or the returned network: our own rests are over, the server's Retry-After is not */
export async function run(hurry = false): Promise<void> {
  await Promise.all([take('waiting', hurry), take('photos', hurry)]);
}

/** Tries one that was just said. @returns it as it stands, once tried or after so long */
export async function tryNow(held: Held, patienceMilliseconds: number): Promise<Held> {
  // The words alone are waited for: the same run goes on with the photos.
  const isTried = new Promise<void>((resolve) => {
    watched.set(held.key, resolve);
  });
  const tries = async () => {
    // A run under way may have looked for the last time already.
    await take('waiting', true);
    if (!settled.has(held.key)) await take('waiting', true);
  };
  await Promise.race([isTried, tries(), new Promise((resolve) => setTimeout(resolve, patienceMilliseconds))]);
  watched.delete(held.key);
  return settled.get(held.key) ?? oneHeld(held.key) ?? held;
}

/** One by its key: as it waits, or as it ended this session. */
export const heldByKey = (key: string): Held | null => heldNow().find((one) => one.key === key) ?? settled.get(key) ?? null;
