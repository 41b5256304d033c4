import Taro, { useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import type { Session } from '../../../shared/contract/session.ts';
import { api } from './api.ts';
import { toSignIn } from './go.ts';
import { keep, kept } from './keep.ts';

const CHANGED = 'huiyin.session';
const MESSAGES_TAB = 2;
let session: Session | null = null;

/** Which role somebody who works here and lives here has chosen; one at a time. */
export type As = 'staff' | 'resident';

export interface Viewer {
  session: Session;
  as: As;
  /** What the home page shows. */
  content: 'resident' | 'jobs' | 'workbench';
  /** The home chosen, else the first. */
  home: Session['homes'][number] | undefined;
}

function viewerOf(found: Session): Viewer {
  const as: As = found.appointments.length === 0 || (kept('as') === 'resident' && found.homes.length > 0) ? 'resident' : 'staff';
  const content = as === 'resident' ? 'resident' : found.appointments.every((one) => one.role === 'technician') ? 'jobs' : 'workbench';
  const home = found.homes.find((one) => one.id === kept('home')) ?? found.homes[0];
  return { session: found, as, content, home };
}

const changed = () => Taro.eventCenter.trigger(CHANGED);

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
  session = await api.session({});
  keep('token', session.token);
  showUnread(session.unread);
  changed();
  return session;
}

export function chooseAs(as: As): void {
  keep('as', as);
  changed();
}

export function chooseHome(id: string): void {
  keep('home', id);
  changed();
}

/** Takes a new token and forgets whoever was here before. */
export function beginSession(token: string): void {
  endSession();
  keep('token', token);
}

/** Forgets the token and everything chosen. */
export function endSession(): void {
  session = null;
  for (const name of ['token', 'home', 'as', 'searches'] as const) keep(name, '');
}

/** Who looks; null until known. Without a token it goes to sign-in. */
export function useViewer(): { viewer: Viewer | null; failed: unknown; again: () => void } {
  const [viewer, setViewer] = useState(session && viewerOf(session));
  const [failed, setFailed] = useState<unknown>(null);
  const ask = () => {
    setFailed(null);
    if (kept('token')) askSession().catch(setFailed);
    else toSignIn();
  };
  useEffect(() => {
    const look = () => setViewer(session && viewerOf(session));
    Taro.eventCenter.on(CHANGED, look);
    look();
    return () => {
      Taro.eventCenter.off(CHANGED, look);
    };
  }, []);
  useDidShow(ask);
  return { viewer, failed: viewer ? null : failed, again: ask };
}

/** The estate's service centre, to call. */
export const hotlineNow = (): string | null => session?.hotline ?? null;
