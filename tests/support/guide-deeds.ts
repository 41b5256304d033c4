import type { GuideText } from '../../shared/guide/guide.ts';

/** An entry as it was told of: which, and of which version. */
export interface Kept {
  id: string;
  version: number;
}

/** What people do with what the service centre keeps for whoever asks. */
export interface GuideDeeds {
  /** Writes an entry for an estate. */
  writesGuide(estate: 'WT' | 'HT', text?: Partial<GuideText>): Promise<Kept>;
  /** Says it anew, from the version read. */
  rewritesGuide(entry: Kept, text?: Partial<GuideText>): Promise<Kept>;
  withdrawsGuide(entry: Kept): Promise<Kept>;
  /** The titles found in one's own estate, as typed so far. */
  looksUp(typed: string): Promise<string[]>;
  /** The titles offered while this is written. */
  isOffered(words: string): Promise<string[]>;
  /** The wordings an entry has had, the oldest first. */
  readsVersions(entry: Kept): Promise<string[]>;
}

/** An entry nobody planted. */
export const AN_ENTRY: GuideText = { section: 'functions', title: '乒乓球室怎么预约', words: '在三栋架空层，打电话约，一次一小时。', phone: '' };
