import { askAndUndo } from '../asking.ts';
import { type Line, single, stored } from '../line-kinds.ts';

const WHICH = {
  open: 'a survey of WT that is out',
  over: 'one whose results are published',
  spot: 'the company’s spot sample of WT that is out',
} as const;
type Which = keyof typeof WHICH;
const OUT_THERE: readonly Which[] = ['open', 'spot'];

const look = (which: Which, path: string, cell: Parameters<typeof single>[2]): Line =>
  single(WHICH[which], (cast, name) => askAndUndo(cast, name, 'GET', `/surveys/${cast.surveys[which]}${path}`), cell);

const act = (which: Which, path: string, body: (homeId: string) => unknown): Line =>
  single(
    WHICH[which],
    async (cast, name) => askAndUndo(cast, name, 'POST', `/surveys/${cast.surveys[which]}${path}`, body(await cast.story.homeId('5栋1单元1002'))),
    stored,
  );

const each = (path: string, body: (homeId: string) => unknown): Line[] => (Object.keys(WHICH) as Which[]).map((which) => act(which, path, body));

export const surveyPaperLines = {
  surveyPaper: [
    look('open', '/paper', ({ body }) => body.actions.join('+') || 'seen'),
    look('over', '/paper', () => 'seen'),
    look('spot', '/paper', ({ body }) => body.actions.join('+') || 'seen'),
  ],
  surveyHomes: OUT_THERE.map((which) => look(which, '/homes?building=5', ({ body }) => (body.items.length > 0 ? 'seen' : 'none'))),
  surveySheet: OUT_THERE.map((which) => look(which, '/sheet', () => 'seen')),
  surveyCode: OUT_THERE.map((which) => look(which, '/code', ({ body }) => body.way)),
  tickSheet: each('/tick', (homeId) => ({ homeId })),
  takeBackTick: each('/untick', (homeId) => ({ homeId })),
  typeSheet: each('/sheets', () => ({ edition: '2026-01-01', building: null, answers: { security: 4 } })),
  replaceHome: each('/replace', (homeId) => ({ homeId, reason: 'vacant' })),
} satisfies Record<string, Line[]>;
