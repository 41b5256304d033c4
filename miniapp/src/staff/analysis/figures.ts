import Taro from '@tarojs/taro';
import type { Input } from '../../../../shared/contract/client.ts';
import type { Api } from '../../../../shared/contract/index.ts';

/** What a figure is asked for by: the month, and what it counts. */
export type Figure = Input<Api['analysisTickets']>;

const NAMES = ['month', 'officeId', 'kind', 'field', 'category', 'cause', 'level', 'building', 'week', 'homeId', 'facilityId'] as const;

const asQuery = (figure: Figure) =>
  NAMES.flatMap((name) => (figure[name] === undefined ? [] : [`${name}=${encodeURIComponent(String(figure[name]))}`]));

/** To the page where a corrective action answers a figure. */
export const toAction = (figure: Figure) => Taro.navigateTo({ url: `/errands/action/index?${asQuery(figure).join('&')}` });

/** To the tickets behind a figure; `what` stands above them. */
export function toFigure(figure: Figure, what: string): void {
  const asked = asQuery(figure);
  void Taro.navigateTo({ url: `/staff/analysis/index?what=${encodeURIComponent(what)}&${asked.join('&')}` });
}

/** The figure a page was opened with. */
export const figureIn = (params: Readonly<Record<string, string | undefined>>): Figure =>
  Object.fromEntries(NAMES.flatMap((name) => (params[name] ? [[name, decodeURIComponent(params[name])]] : []))) as Figure;

/** Which of four shades a count has beside the largest; 0 for none. */
export const shadeOf = (count: number, largest: number): number => (count === 0 ? 0 : Math.ceil((count / largest) * 4));

/** What each shade stands for: 1–2, 3–4 …; shades nothing can have are left out. */
export function shadesTo(largest: number): { shade: number; label: string }[] {
  const counts = Array.from({ length: largest }, (_, index) => index + 1);
  return [1, 2, 3, 4].flatMap((shade) => {
    const those = counts.filter((count) => shadeOf(count, largest) === shade);
    const [first, last] = [those[0], those[those.length - 1]];
    if (first === undefined || last === undefined) return [];
    return [{ shade, label: first === last ? `${first}` : `${first}–${last}` }];
  });
}
