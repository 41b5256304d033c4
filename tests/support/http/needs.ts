import { sql } from 'drizzle-orm';
import { sweep } from '../../../api/ledger/sweep.ts';
import { workOutbox } from '../../../api/outbox/worker.ts';
import { lookAfterSurveys } from '../../../api/surveys/caretaking.ts';
import { readErrandFiles } from '../../../db/queries/errands.ts';
import { countReturned } from '../../../db/queries/surveys.ts';
import { asSystem } from '../../../db/queries/viewer.ts';
import { outcomeOf } from '../../../shared/kernel/promises.ts';
import { surveyFacts } from '../../../shared/surveys/survey.ts';
import type { NeedsDeeds, NeedsQuestions } from '../needs-deeds.ts';
import { wallClock } from '../wall-clock.ts';
import type { World } from '../world.ts';
import type { Teller } from './teller.ts';

/** The newest errand of the company of a kind. */
export async function newestOf({ house }: World, kind: 'needs' | 'mailbox'): Promise<{ id: string; officeId: string } | null> {
  const [row] = await house.db.execute<{ id: string; office: string }>(
    sql`select id, office_id as office from errands where kind = ${kind} order by given_at desc, id desc limit 1`,
  );
  return row ? { id: row.id, officeId: row.office } : null;
}

async function fileOf(world: World, kind: 'needs' | 'mailbox') {
  const found = await newestOf(world, kind);
  if (!found) return null;
  const [file] = await readErrandFiles(world.house.db, asSystem('sweep'), found.officeId, [found.id], world.now());
  return file!;
}

type File = NonNullable<Awaited<ReturnType<typeof fileOf>>>;
const owedOf = (world: World, { ledger }: File): [string, string, string][] =>
  ledger.map((promise) => [promise.what, wallClock(promise.dueBy), outcomeOf(promise, world.now())]);

export const needsQuestions = (world: World): NeedsQuestions => ({
  looksAfterNeeds: async () => {
    await lookAfterSurveys(world.house);
    await sweep(world.house);
    await workOutbox(world.house);
  },
  needs: async () => {
    const file = await fileOf(world, 'needs');
    if (!file) return null;
    const { month, issued, returned, closesAt, reminded } = surveyFacts(file.state);
    return {
      month,
      status: file.state.status,
      issued: issued ?? 0,
      returned: returned ?? (await countReturned(world.house.db, asSystem('sweep'), file.id)),
      closesAt: closesAt ? wallClock(new Date(closesAt)) : null,
      reminded: reminded ?? null,
      promises: owedOf(world, file),
    };
  },
  mailboxOwed: async () => owedOf(world, (await fileOf(world, 'mailbox'))!),
});

export const needsDeeds = ({ world, api, name }: Teller): NeedsDeeds => {
  const id = async (kind: 'needs' | 'mailbox') => {
    const found = await newestOf(world, kind);
    if (!found) throw Object.assign(new Error(`no ${kind}`), { code: 'seen/not-found' });
    return found.id;
  };
  const heard = async (kind: 'needs' | 'mailbox', subjectKind: 'errand' | 'survey') => {
    const rows = await world.house.db.execute<{ did: string }>(sql`
      select i.did from inbox i join errands e on e.id = i.subject join people p on p.id = i.person_id
      where e.kind = ${kind} and i.subject_kind = ${subjectKind} and p.name = ${name} order by i.id`);
    return rows.map((row) => row.did);
  };
  return {
    issuesNeeds: async () => {
      await api.issueNeeds({ id: await id('needs') });
      await workOutbox(world.house);
    },
    answersNeeds: async (given) => {
      const asked = await api.needsSurvey({ id: await id('needs') });
      return api.answerNeedsSurvey({ id: asked.id, edition: asked.edition, answers: given as never });
    },
    readsCommon: async () => (await api.needsProgress({ id: await id('needs') })).common.map(({ label, count }) => [label, count]),
    analysesNeeds: async (words) => {
      await api.analyseNeeds({ id: await id('needs'), words });
      await workOutbox(world.house);
    },
    publishesDocument: async (gets) => {
      const body = { title: '关于需求普查的答复', words: '大家提的，公司一样一样办', gets: gets.map(([need, what]) => ({ need, gets: what })) };
      await api.answerNeeds({ id: await id('needs'), ...body });
      await workOutbox(world.house);
    },
    readsDocuments: async () => (await api.companyDocuments({})).items.map(({ title }) => title),
    writesToGeneralManager: async (isSigned) => {
      const letter = { need: 'work' as const, words: '夜班排得太密，连着上了五个' };
      await (isSigned ? api.writeToMailbox(letter) : api.writeUnsigned(letter));
    },
    readsMailboxLetter: async () => (await api.mailboxLetter({ id: await id('mailbox') })).standing,
    countsOwnLetters: async () => (await api.mailbox({ which: 'mine' })).items.length,
    arrangesTalk: async (talkOn) => void (await api.arrangeTalk({ id: await id('mailbox'), talkOn })),
    movesTalk: async (talkOn) => void (await api.moveTalk({ id: await id('mailbox'), talkOn, why: '那天公司开会' })),
    recordsTalk: async () => void (await api.recordTalk({ id: await id('mailbox'), agreed: '下个月起夜班最多连上三个' })),
    answersByDocument: async () => void (await api.answerByDocument({ id: await id('mailbox'), title: '关于排班的答复', words: '夜班最多连上三个' })),
    saysTheySpoke: async (didSpeak) => void (await (didSpeak ? api.confirmTalk : api.denyTalk)({ id: await id('mailbox') })),
    takesBackLetter: async () => void (await api.takeBackLetter({ id: await id('mailbox') })),
    heardOfMailbox: () => heard('mailbox', 'errand'),
    heardOfNeeds: () => heard('needs', 'survey'),
  };
};
