import { askAndUndo } from '../asking.ts';
import type { Cast } from '../cast.ts';
import { type Line, single, stored, TOMORROW } from '../line-kinds.ts';

const SURVEYS = { open: 'colleagues’ needs, out', over: 'colleagues’ needs, published' } as const;
const LETTERS = { letter: '赵建国’s letter to the general manager', talked: '孙磊’s, talked about' } as const;
type Which = keyof typeof SURVEYS | keyof typeof LETTERS;
const NAMES = { ...SURVEYS, ...LETTERS };

const look = (which: Which, base: string, path: string, cell: Parameters<typeof single>[2]): Line =>
  single(NAMES[which], (cast, name) => askAndUndo(cast, name, 'GET', `/${base}/${cast.needs[which]}${path}`), cell);
const act = (which: Which, base: string, path: string, body: unknown): Line =>
  single(NAMES[which], (cast, name) => askAndUndo(cast, name, 'POST', `/${base}/${cast.needs[which]}${path}`, body), stored);
const onSurveys = (path: string, body: unknown): Line[] => (['open', 'over'] as const).map((which) => act(which, 'needs-surveys', path, body));
const onLetters = (path: string, body: unknown): Line[] => (['letter', 'talked'] as const).map((which) => act(which, 'mailbox', path, body));
const get = (path: string, cell: Parameters<typeof single>[2], about = ''): Line =>
  single(about, (cast: Cast, name: string | null) => askAndUndo(cast, name, 'GET', path), cell);
const GIVEN = { need: 'work', words: '夜班排得太密' };
const DOCUMENT = { title: '关于排班', words: '夜班最多连上三个' };

export const needsLines = {
  needsSurveys: [get('/needs-surveys', ({ body }) => body.items.map((item: { stand: string }) => item.stand[0]).join('') || 'none')],
  needsSurvey: (['open', 'over'] as const).map((which) => look(which, 'needs-surveys', '', ({ body }) => (body.answered ? 'done' : 'asked'))),
  answerNeedsSurvey: onSurveys('/answers', { edition: '2026-01-01', answers: { hours: 4 } }),
  needsProgress: (['open', 'over'] as const).map((which) =>
    look(which, 'needs-surveys', '/progress', ({ body }) => `${body.returned}-${body.common.length}`),
  ),
  issueNeeds: onSurveys('/issue', {}),
  analyseNeeds: onSurveys('/analyse', { words: '人手最缺' }),
  answerNeeds: onSurveys('/document', { ...DOCUMENT, gets: [{ need: '工作时间和休息：人手', gets: '加两个人' }] }),
  companyDocuments: [get('/company-documents', ({ body }) => `${body.items.length}`)],
  mailbox: (['mine', 'all'] as const).map((which) => get(`/mailbox?which=${which}`, ({ body }) => `${body.items.length}-${body.waiting}`, which)),
  needsRegister: [get('/mailbox/needs', ({ body }) => `${body.items.length}`)],
  mailboxLetter: (['letter', 'talked'] as const).map((which) =>
    look(which, 'mailbox', '', ({ body }) => body.actions.map((one: { action: string }) => one.action).join('+') || 'seen'),
  ),
  writeToMailbox: [single('', (cast, name) => askAndUndo(cast, name, 'POST', '/mailbox', GIVEN), stored)],
  writeUnsigned: [single('', (cast, name) => askAndUndo(cast, name, 'POST', '/mailbox/unsigned', GIVEN), stored)],
  arrangeTalk: onLetters('/talk', { talkOn: TOMORROW.slice(0, 10) }),
  moveTalk: onLetters('/move', { talkOn: TOMORROW.slice(0, 10), why: '那天公司开会' }),
  recordTalk: onLetters('/held', { agreed: '下个月起改' }),
  answerByDocument: onLetters('/document', DOCUMENT),
  confirmTalk: onLetters('/confirm', {}),
  denyTalk: onLetters('/deny', {}),
  takeBackLetter: onLetters('/withdraw', {}),
} satisfies Record<string, Line[]>;
