import type { ErrandEventName, ErrandState } from '../errands/errand.ts';
import { Problem, refuseField } from '../kernel/problem.ts';
import { providersLeft } from './rows.ts';

/** By what way a provider is told. */
export const TOLD_BY = { phone: '电话', meeting: '当面开会', letter: '书面' } as const;
export type ToldBy = keyof typeof TOLD_BY;
export const TOLD_WAYS = Object.keys(TOLD_BY) as [ToldBy, ...ToldBy[]];

/** When a provider was told, and by what way; what was said is beside the event. */
export interface ToldProvider {
  at: string;
  how: ToldBy;
}

/**
 * S10: one of the outside providers was told what the survey came to; with the last of them it is over.
 * @throws Problem `request/invalid` for one who did not serve its homes, `ticket/action-refused` for one who was told already
 */
export function decideTelling(state: Pick<ErrandState, 'facts'>, provider: string, how: ToldBy, now: Date) {
  const { providers = [], told = {} } = state.facts as { providers?: readonly string[]; told?: Readonly<Record<string, ToldProvider>> };
  if (!providers.includes(provider)) throw refuseField('providerId', '这一家不在要告诉的里面');
  const left = providersLeft(state);
  if (!left.includes(provider)) throw new Problem('ticket/action-refused', '这一家已经告诉过了');
  const did: ErrandEventName = left.length === 1 ? 'all_told' : 'provider_told';
  return { did, facts: { provider, how, of: { told: { ...told, [provider]: { at: now.toISOString(), how } } } } };
}

/** A share as providers are told it. */
interface Told {
  valid: number;
  percent: number | null;
  margin: number | null;
}

/** What came out, as far as it is shown to residents. */
export interface ForProviders {
  title: string;
  officeName: string;
  issued: number;
  returned: number;
  below: boolean;
  whole: Told;
  fields: readonly (Told & { label: string })[];
  choices: readonly { text: string; options: readonly { label: string; count: number }[] }[];
  leastShown: number;
  analysis: string | null;
}

function sayShare({ percent, margin }: Told): string {
  return `满意 ${percent}%${margin ? `，误差约上下 ${margin} 个百分点` : ''}`;
}

const sayRate = (told: Told, leastShown: number): string =>
  told.percent === null ? `答的不到 ${leastShown} 户，不单独说` : `${told.valid} 户答，${sayShare(told)}`;

/** S10: what outside providers may be given, to read out or to copy: shares, and what the company says to them; of no home, and nothing a resident wrote. @param usedWhen as `sayUsedWithin` */
export function sayForProviders(found: ForProviders, usedWhen: string): string {
  const { title, officeName, issued, returned, below, whole, fields, choices, leastShown, analysis } = found;
  const asked = choices.filter(({ options }) => options.length > 0);
  return [
    `${officeName} ${title}`,
    `问的是 ${usedWhen}用过特约服务的住户：问了 ${issued} 户，${returned} 户答了${below ? '，不能代表全部' : ''}。不分是谁来做的，合在一起算。`,
    `总的：${sayShare(whole)}`,
    ...fields.map((field) => `${field.label}：${sayRate(field, leastShown)}`),
    ...asked.map(({ text, options }) => `${text}${options.map(({ label, count }) => `${label} ${count} 户`).join('，')}`),
    ...(analysis === null ? [] : [`我们的意见：${analysis}`]),
  ].join('\n');
}
