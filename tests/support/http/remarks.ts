import { shanghaiTime } from '../../../shared/kernel/time.ts';
import type { RemarkDeeds } from '../remark-deeds.ts';
import type { Teller } from './teller.ts';

/** Suggestions, praise and enquiries over the real app. */
export function remarkDeeds({ api, homeId, personId, officeId }: Teller): RemarkDeeds {
  const by = (time: string) => ({ dueBy: shanghaiTime(time).toISOString() });
  return {
    speaks: async (kind, words = '想说几句', { home, onlyMine = false } = {}) => {
      const { homes } = await api.session({});
      const own = home ? homes.find((one) => one.label === home) : homes[0];
      const { id, number } = await api.speak({ kind, homeId: own?.id ?? (await homeId('3栋2单元502')), words, onlyMine });
      return { id, number };
    },
    takesRemark: async (kind, { home, who, channel = 'hotline_service', saidAt }) => {
      const [found] = (await api.intakeHomes({ q: home })).items.filter((one) => one.label === home);
      const person = found?.residents.find((one) => one.name === who);
      const { id, number } = await api.takeRemark({
        kind,
        homeId: found?.id ?? (await homeId(home)),
        words: '来电说的',
        ...(person ? { personId: person.id } : { name: who }),
        channel,
        ...(saidAt ? { saidAt: shanghaiTime(saidAt).toISOString() } : {}),
      });
      return { id, number };
    },
    takesUnnamedSuggestion: async (estate = 'WT') => {
      const officeIs = await officeId(estate);
      const { id, number } = await api.takeRemark({
        kind: 'suggestion',
        unnamed: true,
        officeId: officeIs,
        words: '装一把椅子',
        channel: 'suggestion_box',
      });
      return { id, number };
    },
    sorts: async ({ id }, kind, field) => {
      await api.sort({ id, kind, field });
    },
    replies: async ({ id }, words = '说清楚了') => {
      await api.reply({ id, words });
    },
    promisesAnswer: async ({ id }, dueBy) => {
      await api.promiseAnswer({ id, ...by(dueBy), words: '要问一问，到时答复您' });
    },
    studies: async ({ id }, dueBy) => {
      await api.study({ id, ...by(dueBy), words: '要研究一下' });
    },
    adopts: async ({ id }, dueBy) => {
      await api.adopt({ id, ...by(dueBy), words: '说得对，我们来做' });
    },
    carriesOut: async ({ id }, words = '做好了') => {
      await api.carryOut({ id, words });
    },
    declines: async ({ id }, words = '这里做不了') => {
      await api.decline({ id, words, rule: '客户公约第 12 条', instead: '可以放到地下车库' });
    },
    objects: async ({ id }, words = '说不通') => {
      await api.object({ id, words });
    },
    answersAbove: async ({ id }, words = '公司看过了') => {
      await api.answerAbove({ id, words });
    },
    thanks: async ({ id }, praised = []) => {
      await api.thank({ id, words: '谢谢您', praised: await Promise.all(praised.map(personId)) });
    },
  };
}
