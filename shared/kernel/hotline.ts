/** When the hotline of an estate is answered; the three lines of it and its numbers stand with the estate. */
export const HOTLINE = { hours: '24 小时有人', clause: 'I1', since: '2026-01-01' } as const;
