const HOUR = 60;

/** Minutes of a day as people say them: 480 is 8:00. */
export const sayHour = (minute: number): string => `${Math.floor(minute / HOUR)}:${String(minute % HOUR).padStart(2, '0')}`;

/** 8, 8:00 or 08:30, as minutes of a day; null for what is no time. */
export function readHour(text: string): number | null {
  const [, hour, minute = '0'] = /^(\d{1,2})(?:[:：点](\d{1,2})?)?分?$/.exec(text.trim()) ?? [];
  if (hour === undefined || Number(hour) > 24 || Number(minute) >= HOUR) return null;
  return Number(hour) * HOUR + Number(minute);
}
