import { inForce } from '../kernel/rules.ts';
import type { TicketKind } from '../tickets/ticket.ts';
import type { RemarkKind } from './decide.ts';

/** Words by which what is said sounds like one kind. */
export interface Hint<Kind extends TicketKind = TicketKind> {
  name: string;
  kind: Kind;
  says: readonly string[];
  clause: string;
  since: string;
}

// I3: residents need not know the kind. The first row that fits wins; none fits: nothing is suggested, and they tap one.
// biome-ignore format: a table reads best as one
export const REMARK_HINTS: readonly Hint<RemarkKind>[] = [
  { name: 'asks',     kind: 'enquiry',    says: ['请问', '问一下', '想问', '怎么办', '怎么弄', '在哪', '哪里', '几点', '什么时候', '多少钱', '多久', '是不是', '可不可以', '有没有', '吗', '？', '?'], clause: 'I3', since: '2026-01-01' },
  { name: 'suggests', kind: 'suggestion', says: ['建议', '希望', '最好', '能不能', '要是能', '应该', '不如', '改成', '加个', '加一', '装个', '增加'],                                                      clause: 'I3', since: '2026-01-01' },
  { name: 'praises',  kind: 'praise',     says: ['谢谢', '感谢', '表扬', '辛苦', '点赞', '满意', '负责', '热心', '及时', '耐心', '帮了'],                                                                clause: 'I3', since: '2026-01-01' },
];

/** What is meant above all: a suggestion put as a question is one. */
const FIRST: readonly RemarkKind[] = ['suggestion', 'praise', 'enquiry'];

/** The kind the words sound like; null where they sound like none. @param day the day whose rows hold */
export function suggestKind(words: string, day = '9999-12-31'): RemarkKind | null {
  const fits = inForce(REMARK_HINTS, day, (row) => row.name).filter((row) => row.says.some((word) => words.includes(word)));
  return FIRST.find((kind) => fits.some((row) => row.kind === kind)) ?? null;
}
