import { askAndUndo } from '../asking.ts';
import type { Cast } from '../cast.ts';
import { type Line, single, stored } from '../line-kinds.ts';

const WHICH = { open: 'a survey of WT that is out', over: 'one whose results are published' } as const;
type Which = keyof typeof WHICH;
const BOTH = Object.keys(WHICH) as Which[];

const look = (path: string, cell: Parameters<typeof single>[2]): Line[] =>
  BOTH.map((which) => single(WHICH[which], (cast, name) => askAndUndo(cast, name, 'GET', `/surveys/${cast.surveys[which]}${path}`), cell));

const act = (path: string, body: unknown, which: readonly Which[] = BOTH): Line[] =>
  which.map((one) => single(WHICH[one], (cast, name) => askAndUndo(cast, name, 'POST', `/surveys/${cast.surveys[one]}${path}`, body), stored));

const answer = async (cast: Cast, name: string | null, homeId: string) =>
  askAndUndo(cast, name, 'POST', `/surveys/${cast.surveys.open}/answers`, { homeId, edition: '2026-01-01', answers: { buildings: 4 } });

export const surveyLines = {
  surveys: [
    single(
      '',
      (cast, name) => askAndUndo(cast, name, 'GET', '/surveys'),
      ({ body }) => body.items.map((item: { stand: string }) => item.stand[0]).join('') || 'none',
    ),
  ],
  survey: look('', ({ body }) => body.homes.map((home: { answered: boolean }) => (home.answered ? 'done' : 'asked')).join('+')),
  answerSurvey: [
    single('a survey of WT that is out, for 3-2-502', async (cast, name) => answer(cast, name, await cast.story.homeId('3栋2单元502')), stored),
    single('a survey of WT that is out, for 5-1-1002', async (cast, name) => answer(cast, name, await cast.story.homeId('5栋1单元1002')), stored),
  ],
  surveyResults: look('/results', ({ body }) => (body.analysis ? 'seen' : 'early')),
  surveyWords: look('/words', ({ body }) => (body.items.length > 0 ? 'words' : 'none')),
  surveyProgress: look('/progress', () => 'seen'),
  issueSurvey: act('/issue', { coverage: 'census' }),
  analyseSurvey: act('/analyse', { words: '先换灯' }),
  sendSurveyUp: act('/send-up', {}),
  reviewSurvey: act('/review', { words: '照这个做' }),
} satisfies Record<string, Line[]>;
