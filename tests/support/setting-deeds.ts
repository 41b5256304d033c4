import type { Verdict } from '../../shared/kernel/approvals.ts';
import type { SettingKey } from '../../shared/kernel/settings.ts';

export type Letters = 'WT' | 'HT';

/** What a company and its estates set of their own (A4); null takes it back. */
export interface SettingDeeds {
  setsForCompany(key: SettingKey, value: number | boolean | null, from: string): Promise<void>;
  /** A director proposes a figure of the estate's own. @returns which version it is */
  proposesSetting(estate: Letters, key: SettingKey, value: number | boolean | null, from: string): Promise<number>;
  /** The quality department's word on what was proposed last. @returns where it stands then */
  recordsSetting(estate: Letters, key: SettingKey, verdict: Verdict, words: string): Promise<string>;
}

export interface SettingQuestions {
  /** What a figure is at an estate now, whose it is, and from which day. */
  figure(estate: Letters, key: SettingKey): Promise<[value: number | boolean, whose: 'estate' | 'company' | 'manual', since: string | null]>;
  /** An estate that serves one client has rules of its own. */
  servesOneClient(estate: Letters): Promise<void>;
}
