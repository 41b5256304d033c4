import { PEOPLE } from '../../../db/seeds/company.ts';
import {
  decideAnswerUnnamed,
  decideBecomeComplaint,
  decideCause,
  decideComplain,
  decideConclude,
  decideEscalate,
  decideFileUnheard,
  decideFormalReply,
  decideInterim,
  decideIssueBulletin,
  decideLetIn,
  decideMajor,
  decideNoContact,
  decidePlan,
  decidePoint,
  decideReportMajor,
  decideReview,
  decideStepDone,
  decideTellCommittee,
} from '../../../shared/complaints/decide.ts';
import { explainLevel } from '../../../shared/complaints/escalation.ts';
import { Problem } from '../../../shared/kernel/problem.ts';
import { shanghaiTime } from '../../../shared/kernel/time.ts';
import type { Decision } from '../../../shared/tickets/decision.ts';
import { decideSaidAt } from '../../../shared/tickets/receipt.ts';
import type { AboutComplaint, ComplaintDeeds } from '../complaint-deeds.ts';
import type { Told } from '../deeds.ts';
import { livesIn, relationsOf, staffOf } from './company.ts';
import { begins, homeNamed, type Received, takenDownAt, takenDownUnnamed } from './intake.ts';
import { caseOf, type Doer, settingsOf, type Town } from './town.ts';

const circumstances = ({
  door = 'office',
  against = [],
  accused = [],
  compensation = false,
  danger = false,
  media = false,
}: AboutComplaint = {}) => ({
  door,
  against,
  accused,
  compensation,
  danger,
  media,
});

/** Colleagues who live there. */
const colleaguesAt = (estate: string, home: string) =>
  home === '' ? [] : [...new Set(staffOf(estate).map(({ person }) => person))].filter((person) => livesIn(person, home));

type Marks = (decision: Decision) => Decision;

/** What somebody complains of, however it came. */
export const complaintFrom = (town: Town, received: Received, about: AboutComplaint, marked: Marks): Told => receive(town, received, about, marked);

function receive(town: Town, received: Received, about: AboutComplaint, marked: Marks = (decision) => decision): Told {
  const { by, home, estate, taken } = received;
  const keyCustomer = PEOPLE.some((person) => person.keyCustomer && livesIn(person.name, home));
  const at = taken?.at ?? town.now;
  const decision = decideComplain(
    {
      ...circumstances(about),
      author: received.reporter,
      atHome: colleaguesAt(estate, home),
      keyCustomer,
      unnamed: received.home === '',
      ...(taken ? { taken: { channel: taken.channel, firstContact: by } } : {}),
    },
    staffOf(estate),
    settingsOf(town, estate),
    at,
  );
  const one = begins(town, received, 'complaint', marked(decision), '');
  return { id: one.id, number: one.number };
}

export const complaintDeeds = ({ town, name, does }: Doer): ComplaintDeeds => ({
  complains: async ({ home, ticket, ...about } = {}) => {
    const state = ticket && caseOf(town, ticket).story.state;
    const hands = state ? [state.assignee ?? state.formerAssignee].filter((one) => one !== null) : [];
    const accused = about.against?.includes('technician') ? hands : [];
    return receive(town, { by: name, reporter: name, ...homeNamed(name, home) }, { ...about, accused });
  },
  takesComplaint: async ({ home, who, channel = 'hotline_complaints', saidAt, ...about }) => {
    const where = takenDownAt(name, home);
    const at = decideSaidAt(saidAt === undefined ? undefined : shanghaiTime(saidAt), settingsOf(town, where.estate), town.now);
    return receive(town, { by: name, reporter: who, ...where, taken: { channel, at } }, about);
  },
  takesUnnamedComplaint: async ({ estate = 'WT', channel = 'suggestion_box', ...about } = {}) =>
    receive(town, { by: name, ...takenDownUnnamed(name, estate), taken: { channel, at: town.now } }, about),
  tellsCommittee: (ticket, at) =>
    does('tellCommittee', ticket, (given) => decideTellCommittee(given, { toldAt: shanghaiTime(at), channel: 'hotline_duty', whom: 'chair' })),
  answersUnnamed: (ticket, how) => does('answerUnnamed', ticket, (given) => decideAnswerUnnamed(given, { how })),
  recordsNoContact: (ticket) => does('recordNoContact', ticket, decideNoContact),
  turnsIntoComplaint: (ticket, about) =>
    does('becomeComplaint', ticket, (given, one) =>
      decideBecomeComplaint(
        given,
        { ...circumstances(about), author: one.reporter, atHome: colleaguesAt(one.estate, one.home) },
        staffOf(one.estate),
      ),
    ),
  points: (ticket, about) =>
    does('point', ticket, (given, one) => {
      const { door: _, ...rest } = circumstances(about);
      if (rest.accused.some((person) => !staffOf(one.estate).some((holder) => holder.person === person))) throw new Problem('request/invalid');
      return decidePoint(given, rest, staffOf(one.estate), relationsOf(name, one));
    }),
  escalates: (ticket) => does('escalate', ticket, decideEscalate),
  letsIn: (ticket, person) => does('letIn', ticket, (given, one) => decideLetIn(given, { person }, staffOf(one.estate))),
  interims: (ticket, dueBy) => does('interim', ticket, (given) => decideInterim(given, { dueBy: shanghaiTime(dueBy) })),
  formallyReplies: (ticket) => does('formalReply', ticket, decideFormalReply),
  plans: (ticket, dues) =>
    does('setPlan', ticket, (given) =>
      decidePlan(
        given,
        dues.map((due, index) => ({ id: `step ${index + 1}`, dueBy: shanghaiTime(due) })),
      ),
    ),
  doesStep: (ticket) => does('stepDone', ticket, decideStepDone),
  recordsCause: (ticket) => does('recordCause', ticket, decideCause),
  reviews: (ticket) => does('review', ticket, decideReview),
  callsMajor: (ticket) => does('callMajor', ticket, decideMajor),
  reportsMajor: (ticket) => does('reportMajor', ticket, decideReportMajor),
  issuesBulletin: (ticket) => does('issueBulletin', ticket, decideIssueBulletin),
  concludes: (ticket) => does('conclude', ticket, decideConclude),
  filesUnheard: (ticket) => does('fileUnheard', ticket, decideFileUnheard),
  handledBy: async (ticket) => explainLevel(caseOf(town, ticket).story.state.complaint!),
});
