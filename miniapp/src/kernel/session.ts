import Taro, { useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import type { Session } from '../../../shared/contract/session.ts';
import { forgetAnswers } from './answers.ts';
import { api } from './api.ts';
import { startWithSurvey, toSignIn, toTab } from './go.ts';
import { forgetAll, keep, kept } from './keep.ts';
import { isAway } from './network.ts';
import { codeOf } from './say.ts';

/** Told when somebody is here, or chose how to be. */
export const SESSION_CHANGED = 'huiyin.session';

const MESSAGES_TAB = 2;
/** After so long without an answer the app opens as it was last time. */
const PATIENCE = 3_000;
let session: Session | null = null;

/** Which role somebody who works here and lives here has chosen; one at a time. */
export type As = 'staff' | 'resident';

export interface Viewer {
  /** Of somebody at work the one post they have on; `posts` are all of theirs. */
  session: Session;
  posts: Session['appointments'];
  as: As;
  /** What the home page shows. */
  content: 'resident' | 'jobs' | 'workbench';
  /** The home chosen, else the first. */
  home: Session['homes'][number] | undefined;
}

/** What a post is known by, to choose it. */
export const postName = ({ officeId, role, department }: Session['appointments'][number]): string => `${officeId} ${role} ${department ?? ''}`;

function viewerOf(found: Session): Viewer {
  const posts = found.appointments;
  const as: As = posts.length === 0 || (kept('as') === 'resident' && found.homes.length > 0) ? 'resident' : 'staff';
  const on = posts.find((one) => postName(one) === kept('post')) ?? posts[0];
  const content = as === 'resident' ? 'resident' : on?.role === 'technician' ? 'jobs' : 'workbench';
  const home = found.homes.find((one) => one.id === kept('home')) ?? found.homes[0];
  // Whoever lives in two estates calls the one they have chosen.
  const hotline = (as === 'resident' && home?.hotline) || found.hotline;
  return { session: { ...found, hotline, appointments: on ? [on] : found.appointments }, posts, as, content, home };
}

/** The post somebody has on, where they have several: what a workbench is asked for. */
export function hatOf({ session: { appointments }, posts }: Viewer): { officeId?: string; role?: Session['appointments'][number]['role'] } {
  const [on] = appointments;
  return on && posts.length > 1 ? { officeId: on.officeId, role: on.role } : {};
}

const changed = () => Taro.eventCenter.trigger(SESSION_CHANGED);

/** Who was here last, as the phone remembers it beside the token; without a token nobody. */
function remembered(): Session | null {
  if (!kept('token')) return null;
  try {
    return JSON.parse(kept('session') || 'null') as Session | null;
  } catch {
    return null;
  }
}

/** Whose token the phone holds, whichever open page put it there; null while that is not known. */
export const personNow = (): string | null => remembered()?.person.id ?? null;

/** Whether answers stay on this phone: residents’ own, and a technician’s jobs; never a whole estate’s. */
export function mayKeepAnswers(): boolean {
  const found = session ?? remembered();
  return found !== null && viewerOf(found).content !== 'workbench';
}

/** Whether a technician's jobs are what this phone is for. */
export function isOnJobs(): boolean {
  const found = session ?? remembered();
  return found !== null && viewerOf(found).content === 'jobs';
}

/** Whether whoever is here is at work, not at home. */
export function isAtWork(): boolean {
  const found = session ?? remembered();
  return found !== null && viewerOf(found).as === 'staff';
}

/** Shows the app as of last time while nothing answers. */
function remember(): void {
  if (session) return;
  session = remembered();
  if (session) changed();
}

/** Half-typed words stay for whoever typed them, and are gone as soon as somebody else is here. */
function noteOwner(personId: string): void {
  if (kept('owner') && kept('owner') !== personId) forgetAll('draft.');
  keep('owner', personId);
}

/** Shows the number of unread messages on their tab. */
export function showUnread(count: number): void {
  if (session) session = { ...session, unread: count };
  const tab =
    count > 0
      ? Taro.setTabBarBadge({ index: MESSAGES_TAB, text: count > 99 ? '99+' : String(count) })
      : Taro.removeTabBarBadge({ index: MESSAGES_TAB });
  // Refused by WeChat on pages without tabs; the next tab page shows it.
  Promise.resolve(tab).catch(() => undefined);
}

/**
 * Asks who this is, keeps the fresh token, and shows the unread count.
 * @throws Problem `sign-in/required`, `server/unreachable`
 */
export async function askSession(): Promise<Session> {
  const askedWith = kept('token');
  const found = await api.session({});
  // Another open page has let somebody else in meanwhile.
  if (askedWith && kept('token') !== askedWith && personNow() !== found.person.id) return askSession();
  session = found;
  noteOwner(session.person.id);
  keep('token', session.token);
  keep('session', JSON.stringify({ ...session, token: '' }));
  showUnread(session.unread);
  changed();
  return session;
}

export function chooseAs(as: As): void {
  keep('as', as);
  changed();
}

/** Puts on one of several posts. */
export function choosePost(name: string): void {
  keep('post', name);
  chooseAs('staff');
}

export function chooseHome(id: string): void {
  keep('home', id);
  changed();
}

/** Takes a new token and forgets whoever was here before; what they half typed goes once it is known that it is somebody else. */
export function beginSession(token: string): void {
  forgetSession();
  keep('token', token);
}

/** Begins with what was given at sign-in: at home, or with the survey whose code brought them here. */
export async function enter(token: string): Promise<void> {
  beginSession(token);
  const scanned = kept('scanned');
  keep('scanned', '');
  if (!scanned) {
    await toTab('home');
    return;
  }
  // Who is here has to be known before anything half typed is shown.
  await askSession().catch(() => undefined);
  await startWithSurvey(scanned);
}

function forgetSession(): void {
  session = null;
  for (const name of ['token', 'session', 'home', 'as', 'post', 'searches', 'show', 'bench'] as const) keep(name, '');
  forgetAnswers();
}

/** Signs out: forgets the token, everything chosen, asked and half typed. */
export function endSession(): void {
  forgetSession();
  forgetAll('draft.');
}

/** Who looks; null until known. Without a token it goes to sign-in. */
export function useViewer(): { viewer: Viewer | null; failed: unknown; again: () => void } {
  const [viewer, setViewer] = useState(session && viewerOf(session));
  const [failed, setFailed] = useState<unknown>(null);
  const ask = () => {
    setFailed(null);
    if (!kept('token')) return toSignIn();
    if (isAway()) remember();
    const late = setTimeout(remember, PATIENCE);
    askSession()
      .catch((thrown) => {
        if (codeOf(thrown) === 'server/unreachable') remember();
        setFailed(thrown);
      })
      .finally(() => clearTimeout(late));
  };
  useEffect(() => {
    const look = () => setViewer(session && viewerOf(session));
    Taro.eventCenter.on(SESSION_CHANGED, look);
    look();
    return () => {
      Taro.eventCenter.off(SESSION_CHANGED, look);
    };
  }, []);
  useDidShow(ask);
  return { viewer, failed: viewer ? null : failed, again: ask };
}

/** The estate's service centre, to call. */
export const hotlineNow = (): string | null => (session ? viewerOf(session).session.hotline : null);
