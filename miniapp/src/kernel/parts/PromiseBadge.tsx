import { View } from '@tarojs/components';
import type { CSSProperties } from 'react';
import type { PromiseView, TicketCard } from '../../../../shared/contract/ticket-views.ts';
import { type Badge, badgeOf } from '../../../../shared/tickets/promise-words.ts';
import { Icon } from './Icon.tsx';

const GLYPH = { soon: 'clock', kept: 'check', miss: 'alert', late: 'alert', off: 'x', held: 'say' } as const;

const toDate = (text: string | null) => (text === null ? null : new Date(text));

/** Whose word a ticket waits for, as its reader calls them. */
export const waitsOn = (ticket: Pick<TicketCard, 'waitsFor'>, asStaff: boolean) => (ticket.waitsFor ? (asStaff ? '住户' : '您') : null);

/** The badge of a promise as it came over the wire. */
export function badgeFrom(promise: PromiseView | NonNullable<TicketCard['next']>, now: Date, waits: '您' | '住户' | null = null): Badge {
  const whole = 'keptAt' in promise ? promise : null;
  return badgeOf(
    {
      what: promise.what,
      startedAt: new Date(promise.startedAt),
      dueBy: new Date(promise.dueBy),
      keptAt: toDate(whole?.keptAt ?? null),
      withdrawnAt: toDate(whole?.withdrawnAt ?? null),
      ladder: [{ step: 'warned', after: 'start', percent: promise.warnAtPercent }],
    },
    now,
    waits,
  );
}

/** Kept, due, soon, missed or late, in words and a glyph of its own. */
export function PromiseBadge({ badge }: { badge: Badge }) {
  return (
    <View className={`pb ${badge.state}`}>
      {badge.state === 'due' ? (
        <View className="ring" style={{ '--p': String(badge.usedPercent) } as CSSProperties} />
      ) : (
        <Icon name={GLYPH[badge.state]} />
      )}
      {badge.text}
    </View>
  );
}
