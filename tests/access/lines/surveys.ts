import { askAndUndo } from '../asking.ts';
import type { Cast } from '../cast.ts';
import { type Line, single, stored, TOMORROW } from '../line-kinds.ts';

const WHICH = { open: 'a survey of WT that is out', over: 'one whose results are published' } as const;
type Which = keyof typeof WHICH;
const BOTH = Object.keys(WHICH) as Which[];

const look = (path: string, cell: Parameters<typeof single>[2]): Line[] =>
  BOTH.map((which) => single(WHICH[which], (cast, name) => askAndUndo(cast, name, 'GET', `/surveys/${cast.surveys[which]}${path}`), cell));

const act = (path: string, body: unknown, which: readonly Which[] = BOTH): Line[] =>
  which.map((one) => single(WHICH[one], (cast, name) => askAndUndo(cast, name, 'POST', `/surveys/${cast.surveys[one]}${path}`, body), stored));

const answer = async (cast: Cast, name: string | null, homeId: string) =>
  askAndUndo(cast, name, 'POST', `/surveys/${cast.surveys.open}/answers`, { homeId, edition: '2026-01-01', answers: { buildings: 4 } });

const letter = async (cast: Cast) => ({
  words: '谢谢各位的意见',
  deeds: [{ words: '楼道每天多扫一遍', holder: await cast.story.personId('罗芳'), dueOn: TOMORROW.slice(0, 10) }],
});

const deed = (path: string, body: unknown): Line[] => [
  single('what a letter of WT promised, done', (cast, name) => askAndUndo(cast, name, 'POST', `/errands/${cast.surveys.deed}${path}`, body), stored),
];
const asks = async (cast: Cast, name: string | null, homeId: string, kind = 'suggestion') =>
  askAndUndo(cast, name, 'POST', `/surveys/${cast.surveys.open}/contact`, { homeId, kind, words: '想装一把椅子' });
const SPOT = 'the company’s spot sample of WT that is out';
const phone = async (cast: Cast, name: string | null, path: string, body: object) =>
  askAndUndo(cast, name, 'POST', `/surveys/${cast.surveys.spot}/${path}`, { homeId: await cast.story.homeId('3栋2单元502'), ...body });

const SPECIAL = 'the company’s survey of special services of WT that is out';
const special = async (cast: Cast, name: string | null, method: 'GET' | 'POST', path: string, body?: object) =>
  askAndUndo(cast, name, method, `/surveys/${cast.surveys.special}${path}`, body);

const opening = async (cast: Cast, name: string | null, path: string, body: object) =>
  askAndUndo(cast, name, 'POST', path, { officeId: await cast.story.officeId('WT'), ...body });

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
  askContact: [
    single(
      'a survey of WT that is out, which 3-2-502 has not answered',
      async (cast, name) => asks(cast, name, await cast.story.homeId('3栋2单元502')),
      stored,
    ),
    single(
      'a survey of WT that is out, a complaint of 3-2-502',
      async (cast, name) => asks(cast, name, await cast.story.homeId('3栋2单元502'), 'complaint'),
      stored,
    ),
  ],
  surveyResults: look('/results', ({ body }) => (body.analysis ? 'seen' : 'early')),
  surveyWords: look('/words', ({ body }) => (body.withheld ? 'withheld' : body.items.length > 0 ? 'words' : 'none')),
  surveyProgress: look('/progress', () => 'seen'),
  issueSurvey: act('/issue', { coverage: 'census' }),
  analyseSurvey: act('/analyse', { words: '先换灯' }),
  sendSurveyUp: act('/send-up', {}),
  reviewSurvey: act('/review', { words: '照这个做' }),
  openLetter: look('/letter', ({ body }) => (body.deeds[0]?.holderName ? 'whole' : body.stand)),
  submitLetter: BOTH.map((which) =>
    single(WHICH[which], async (cast, name) => askAndUndo(cast, name, 'POST', `/surveys/${cast.surveys[which]}/letter`, await letter(cast)), stored),
  ),
  deedHolds: deed('/holds', { how: 'phone', asked: 2, words: '都说好了' }),
  deedFails: deed('/fails', { how: 'phone', asked: 2, unhappy: 1, words: '还有一户说没好', answerBy: TOMORROW }),
  surveyCalls: [
    ...look('/calls', () => 'seen'),
    single(
      SPOT,
      (cast, name) => askAndUndo(cast, name, 'GET', `/surveys/${cast.surveys.spot}/calls`),
      ({ body }) => `${body.waiting}`,
    ),
  ],
  answerByPhone: [
    single(
      `${SPOT}, for 3-2-502`,
      async (cast, name) => phone(cast, name, 'phone-answers', { edition: '2026-01-01', answers: { security: 4 } }),
      stored,
    ),
  ],
  surveyCallNumber: [single(`${SPOT}, for 3-2-502`, async (cast, name) => phone(cast, name, 'number', {}), stored)],
  trySurveyCall: [single(`${SPOT}, for 3-2-502`, async (cast, name) => phone(cast, name, 'tries', {}), stored)],
  surveyTelling: [
    single(
      SPECIAL,
      async (cast, name) => special(cast, name, 'GET', '/telling'),
      ({ body }) => body.why ?? 'seen',
    ),
  ],
  tellProvider: [
    single(
      SPECIAL,
      async (cast, name) => special(cast, name, 'POST', '/tell', { providerId: cast.surveys.special, how: 'phone', words: '都听了' }),
      stored,
    ),
  ],
  questionnaires: [
    single(
      '',
      (cast, name) => askAndUndo(cast, name, 'GET', '/questionnaires'),
      ({ body }) =>
        [
          body.items,
          body.offices.filter((one: { mayWrite: boolean }) => one.mayWrite),
          body.offices.filter((one: { mayOpenCompanys: boolean }) => one.mayOpenCompanys),
        ]
          .map(({ length }) => length)
          .join('-'),
    ),
  ],
  submitQuestionnaire: [
    single('of WT', async (cast, name) => opening(cast, name, '/questionnaires', { title: '问停车', chosen: ['vehicles'], own: [] }), stored),
  ],
  openSurvey: [single('of a quarter of WT', async (cast, name) => opening(cast, name, '/surveys', { survey: 'quarter' }), stored)],
} satisfies Record<string, Line[]>;
