import { PEOPLE } from '../../../db/seeds/company.ts';
import { Problem } from '../../../shared/kernel/problem.ts';
import { shanghaiTime } from '../../../shared/kernel/time.ts';
import {
  decideAdopt,
  decideAnswerAbove,
  decideCarryOut,
  decideDecline,
  decideObject,
  decidePromiseAnswer,
  decideRemark,
  decideReply,
  decideSort,
  decideStudy,
  decideThank,
  type RemarkKind,
} from '../../../shared/remarks/decide.ts';
import type { Decision } from '../../../shared/tickets/decision.ts';
import { decideSaidAt } from '../../../shared/tickets/receipt.ts';
import type { Told } from '../deeds.ts';
import type { RemarkDeeds } from '../remark-deeds.ts';
import { livesIn, rolesOf } from './company.ts';
import { begins, homeNamed, type Received, takenDownAt, takenDownUnnamed } from './intake.ts';
import { type Doer, settingsOf, type Town } from './town.ts';

type Marks = (decision: Decision) => Decision;

/** What somebody says, however it came. */
export const remarkFrom = (town: Town, received: Received, kind: RemarkKind, marked: Marks): Told => receive(town, received, kind, false, marked);

function receive(town: Town, received: Received, kind: RemarkKind, onlyMine: boolean, marked: Marks = (decision) => decision): Told {
  const { by, home, taken } = received;
  const keyCustomer = PEOPLE.some((person) => person.keyCustomer && livesIn(person.name, home));
  const decision = decideRemark({
    kind,
    onlyMine,
    keyCustomer,
    unnamed: home === '',
    ...(taken ? { taken: { channel: taken.channel, firstContact: by } } : {}),
  });
  const one = begins(town, received, kind, marked(decision), '');
  return { id: one.id, number: one.number };
}

export const remarkDeeds = ({ town, name, does }: Doer): RemarkDeeds => {
  const by = (time: string) => ({ dueBy: shanghaiTime(time) });
  return {
    speaks: async (kind, _words, { home, onlyMine = false } = {}) =>
      receive(town, { by: name, reporter: name, ...homeNamed(name, home) }, kind, onlyMine),
    takesRemark: async (kind, { home, who, channel = 'hotline_service', saidAt }) => {
      const where = takenDownAt(name, home);
      const at = decideSaidAt(saidAt === undefined ? undefined : shanghaiTime(saidAt), settingsOf(town, where.estate), town.now);
      return receive(town, { by: name, reporter: who, ...where, taken: { channel, at } }, kind, false);
    },
    takesUnnamedSuggestion: async (estate = 'WT') =>
      receive(town, { by: name, ...takenDownUnnamed(name, estate), taken: { channel: 'suggestion_box', at: town.now } }, 'suggestion', false),
    sorts: (ticket, kind, field) => does('sort', ticket, (given) => decideSort(given, { kind, field })),
    replies: (ticket) => does('reply', ticket, decideReply),
    promisesAnswer: (ticket, dueBy) => does('promiseAnswer', ticket, (given) => decidePromiseAnswer(given, by(dueBy))),
    studies: (ticket, dueBy) => does('study', ticket, (given) => decideStudy(given, by(dueBy))),
    adopts: (ticket, dueBy) => does('adopt', ticket, (given) => decideAdopt(given, by(dueBy))),
    carriesOut: (ticket) => does('carryOut', ticket, decideCarryOut),
    declines: (ticket) => does('decline', ticket, decideDecline),
    objects: (ticket) => does('object', ticket, () => decideObject()),
    answersAbove: (ticket) => does('answerAbove', ticket, decideAnswerAbove),
    thanks: (ticket, praised = []) =>
      does('thank', ticket, (given, one) => {
        if (praised.some((person) => !rolesOf(person).some(([at]) => at === one.estate))) throw new Problem('request/invalid');
        return decideThank(given, { praised });
      }),
  };
};
