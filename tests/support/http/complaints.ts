import { shanghaiTime } from '../../../shared/kernel/time.ts';
import type { AboutComplaint, ComplaintDeeds } from '../complaint-deeds.ts';
import type { Teller } from './teller.ts';

/** Complaints over the real app. */
export function complaintDeeds({ api, homeId, personId, officeId }: Teller): ComplaintDeeds {
  const iso = (time: string) => shanghaiTime(time).toISOString();
  const about = ({ against = [], compensation = false, danger = false, media = false }: AboutComplaint = {}) => ({
    against: [...against],
    compensation,
    danger,
    media,
  });
  const people = (names: readonly string[] = []) => Promise.all(names.map(personId));
  return {
    complains: async ({ home, ticket, door = 'office', ...rest } = {}, words = '这样不对') => {
      const { homes } = await api.session({});
      const own = home ? homes.find((one) => one.label === home) : homes[0];
      const { id, number } = await api.complain({
        homeId: own?.id ?? (await homeId('3栋2单元502')),
        words,
        door,
        ...about(rest),
        ...(ticket ? { ticketId: ticket.id } : {}),
      });
      return { id, number };
    },
    takesComplaint: async ({ home, who, channel = 'hotline_complaints', saidAt, door = 'office', accused, ...rest }) => {
      const [found] = (await api.intakeHomes({ q: home })).items.filter((one) => one.label === home);
      const person = found?.residents.find((one) => one.name === who);
      const { id, number } = await api.takeComplaint({
        homeId: found?.id ?? (await homeId(home)),
        words: '来电投诉的',
        door,
        ...about(rest),
        accused: await people(accused),
        ...(person ? { personId: person.id } : { name: who }),
        channel,
        ...(saidAt ? { saidAt: iso(saidAt) } : {}),
      });
      return { id, number };
    },
    takesUnnamedComplaint: async ({ estate = 'WT', channel = 'suggestion_box', door = 'office', accused, ...rest } = {}) => {
      const { id, number } = await api.takeComplaint({
        unnamed: true,
        officeId: await officeId(estate),
        words: '意见箱里的一张纸，没写名字',
        door,
        ...about(rest),
        accused: await people(accused),
        channel,
      });
      return { id, number };
    },
    tellsCommittee: async ({ id }, at) => {
      await api.tellCommittee({ id, toldAt: iso(at), channel: 'hotline_duty', whom: 'chair' });
    },
    answersUnnamed: async ({ id }, how) => {
      await api.answerUnnamed({ id, how, words: how === 'public' ? '在 3 栋公告栏贴了答复' : '不知道是谁，也没有地方贴' });
    },
    recordsNoContact: async ({ id }) => {
      await api.recordNoContact({ id, words: '没留姓名，到现场看过，已经改了' });
    },
    turnsIntoComplaint: async ({ id }, { door = 'office', ...rest } = {}) => {
      await api.becomeComplaint({ id, door, ...about(rest) });
    },
    points: async ({ id }, { accused, ...rest }) => {
      await api.point({ id, ...about(rest), accused: await people(accused) });
    },
    escalates: async ({ id }) => {
      await api.escalate({ id, words: '试过了，小区解决不了' });
    },
    letsIn: async ({ id }, name) => {
      await api.letIn({ id, person: await personId(name) });
    },
    interims: async ({ id }, dueBy) => {
      await api.interim({ id, dueBy: iso(dueBy), words: '还在查，先告诉您查到哪里' });
    },
    formallyReplies: async ({ id }, words = '查清楚了，是我们不对') => {
      await api.formalReply({ id, words });
    },
    plans: async ({ id }, dues) => {
      await api.setPlan({ id, steps: dues.map((due, index) => ({ words: `第 ${index + 1} 步`, dueBy: iso(due) })) });
    },
    doesStep: async ({ id }) => {
      await api.stepDone({ id, words: '做完了' });
    },
    recordsCause: async ({ id }) => {
      await api.recordCause({ id, cause: '没有交接清楚', prevention: '交接写在本子上' });
    },
    reviews: async ({ id }) => {
      await api.review({ id, took: '品质、工程', words: '一起看过' });
    },
    callsMajor: async ({ id }) => {
      await api.callMajor({ id, words: '三户都说了' });
    },
    reportsMajor: async ({ id }) => {
      await api.reportMajor({ id, report: '查明了', bulletin: '请各小区引以为戒' });
    },
    issuesBulletin: async ({ id }, bulletin = '请各小区引以为戒') => {
      await api.issueBulletin({ id, bulletin });
    },
    concludes: async ({ id }) => {
      await api.conclude({ id });
    },
    filesUnheard: async ({ id }) => {
      await api.fileUnheard({ id });
    },
    handledBy: async ({ id }) => (await api.ticket({ id })).complaint!.explain,
  };
}
