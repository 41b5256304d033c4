import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import type { Consent } from '../../../shared/contract/consents.ts';
import { ANSWERS, type Answer } from '../../../shared/messages/consents.ts';
import type { TemplateName } from '../../../shared/messages/templates.ts';
import { api } from './api.ts';
import { isInWeChat } from './where.ts';

/** What may be asked, as the house last said. Known before the tap: WeChat opens its dialog only within one. */
let known: Consent[] = [];

const SWITCHED_OFF = 20004;

/** Asks what may be asked; without WeChat there is nothing. A page may show before it answers. */
export async function lookAtConsents(): Promise<Consent[]> {
  if (!isInWeChat()) return [];
  known = (await api.consents({}).catch(() => ({ items: known }))).items;
  return known;
}

/** What WeChat's dialog said of each template. */
const answersIn = (items: readonly Consent[], said: Record<string, unknown>, chosen: Record<string, unknown>) =>
  items
    .filter(({ templateId }) => typeof said[templateId] === 'string' && (said[templateId] as string) in ANSWERS)
    .map(({ name, templateId }) => ({ name, answer: said[templateId] as Answer, always: chosen[templateId] !== undefined }));

/** Which templates somebody has chosen once and for all (总是保持以上选择). */
async function chosenForGood(): Promise<Record<string, unknown>> {
  const { subscriptionsSetting } = await Taro.getSetting({ withSubscriptions: true }).catch(() => ({ subscriptionsSetting: undefined }));
  return (subscriptionsSetting?.itemSettings as Record<string, unknown> | undefined) ?? {};
}

/**
 * Asks WeChat about these, within a tap; nobody waits for it, and no answer stops anything.
 * @returns what may be asked afterwards; nothing changes where WeChat did not open its dialog
 */
async function ask(items: readonly Consent[]): Promise<Consent[]> {
  if (items.length === 0 || !isInWeChat()) return known;
  try {
    const said = (await Taro.requestSubscribeMessage({ tmplIds: items.map((one) => one.templateId), entityIds: [] })) as unknown as Record<
      string,
      unknown
    >;
    const answers = answersIn(items, said, await chosenForGood());
    if (answers.length > 0) known = (await api.answerConsents({ answers })).items;
  } catch (failed) {
    const code = Number((failed as { errCode?: unknown }).errCode);
    const answers = items.map(({ name }) => ({ name, answer: 'off' as const, always: false }));
    if (code === SWITCHED_OFF) known = (await api.answerConsents({ answers }).catch(() => ({ items: known }))).items;
  }
  return known;
}

/** In a tap that sends something: silently where the choice was made for good; with a dialog only where none is left and nobody has said no. */
export function offerConsents(): void {
  void ask(known.filter((one) => one.always || (one.left === 0 && !one.refused)).slice(0, 3));
}

/** In a tap that does something on the way to a form: only what needs no dialog. */
export function renewConsents(): void {
  void ask(known.filter((one) => one.always && !one.refused).slice(0, 3));
}

/** The quiet row: whether something is left to ask, and how. */
export function useConsents(names: readonly TemplateName[]): { left: boolean; askable: boolean; open: () => Promise<void> } {
  const [items, setItems] = useState(known);
  useEffect(() => {
    void lookAtConsents().then(setItems);
  }, []);
  const mine = items.filter((one) => names.includes(one.name));
  const open = async () => setItems(await ask(mine.slice(0, 3)));
  return { left: mine.some((one) => one.left > 0), askable: mine.length > 0, open };
}
