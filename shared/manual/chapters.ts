export interface Chapter {
  /** The letter its clauses begin with. */
  letter: string;
  title: string;
}

/** The manual's chapters in its own order; what the manual leaves open stands last, as this product reads it. */
// biome-ignore format: a table reads best as one
export const CHAPTERS: readonly Chapter[] = [
  { letter: 'I', title: '接待：一个地方说清，谁先听到谁负责' },
  { letter: 'R', title: '报修和特约服务' },
  { letter: 'C', title: '投诉' },
  { letter: 'D', title: '部门之间：转交、答应、跟到底' },
  { letter: 'V', title: '回访' },
  { letter: 'S', title: '满意度调查' },
  { letter: 'P', title: '对住户发布' },
  { letter: 'M', title: '和住户见面' },
  { letter: 'T', title: '内部会议和值班' },
  { letter: 'N', title: '检查' },
  { letter: 'K', title: '衡量和改进' },
  { letter: 'A', title: '记录、隐私和信任' },
  { letter: 'Z', title: '手册没写明的，本产品怎么定' },
];

/** Clauses as the manual orders them: by chapter, then by number. */
export function inOrder(clauses: readonly string[]): string[] {
  const place = (clause: string) => [CHAPTERS.findIndex((chapter) => clause.startsWith(chapter.letter)), Number(clause.slice(1))] as const;
  return [...clauses].sort((a, b) => place(a)[0] - place(b)[0] || place(a)[1] - place(b)[1]);
}
