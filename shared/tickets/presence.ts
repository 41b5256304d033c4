/** How often an open ticket says that somebody still looks at it, and after how long without a word they are gone [ours]. */
export const PRESENCE = { beatSeconds: 30, goneAfterSeconds: 60, clause: '[ours]', since: '2026-01-01' } as const;
