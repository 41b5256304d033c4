import type { Relation } from '../kernel/people.ts';
import type { TicketRow } from '../tickets/actions.ts';
import { ANY, COMPLAINT, OWN, REMARKS } from '../tickets/groups.ts';
import { owesSurveyVisitOf } from './contact.ts';

/** What somebody may have asked for contact about. */
const SAID = [...REMARKS, ...COMPLAINT];
const AGENT: readonly Relation[] = ['agent'];
const DIRECTOR: readonly Relation[] = ['director'];
const QUALITY: readonly Relation[] = ['quality'];

// V6, Z13: the visit of a household that asked for contact after a survey, and the tries to reach it.
// biome-ignore format: a table reads best as one
export const CONTACT_ROWS: readonly TicketRow[] = [
  { action: 'visit',    name: 'visit after a survey',                label: '记调查后的回访', kinds: SAID,      from: ANY, to: null, does: ['visited'],     by: AGENT,    notBy: OWN, needs: owesSurveyVisitOf('agent'),    readBy: 'everybody', clause: 'V6',  since: '2026-01-01' },
  { action: 'visit',    name: 'visit of a key customer',             label: '记登门拜访',     kinds: SAID,      from: ANY, to: null, does: ['visited'],     by: DIRECTOR, notBy: OWN, needs: owesSurveyVisitOf('director'), readBy: 'everybody', clause: 'V6',  since: '2026-01-01' },
  { action: 'visit',    name: 'visit of what has left the office',   label: '记调查后的回访', kinds: COMPLAINT, from: ANY, to: null, does: ['visited'],     by: QUALITY,  notBy: OWN, needs: owesSurveyVisitOf('quality'),  readBy: 'everybody', clause: 'V6',  since: '2026-01-01' },
  { action: 'tryVisit', name: 'tryVisit after a survey',             label: '没打通',         kinds: SAID,      from: ANY, to: null, does: ['visit_tried'], by: AGENT,    notBy: OWN, needs: owesSurveyVisitOf('agent'),    readBy: 'everybody', clause: 'Z13', since: '2026-01-01' },
  { action: 'tryVisit', name: 'tryVisit of a key customer',          label: '没见到',         kinds: SAID,      from: ANY, to: null, does: ['visit_tried'], by: DIRECTOR, notBy: OWN, needs: owesSurveyVisitOf('director'), readBy: 'everybody', clause: 'Z13', since: '2026-01-01' },
  { action: 'tryVisit', name: 'tryVisit of what has left the office', label: '没打通',        kinds: COMPLAINT, from: ANY, to: null, does: ['visit_tried'], by: QUALITY,  notBy: OWN, needs: owesSurveyVisitOf('quality'),  readBy: 'everybody', clause: 'Z13', since: '2026-01-01' },
  { action: 'endVisit', name: 'endVisit after a survey',             label: '联系不上，不再打', kinds: SAID,    from: ANY, to: null, does: ['visit_ended'], by: AGENT,    notBy: OWN, needs: owesSurveyVisitOf('agent'),    readBy: 'everybody', clause: 'Z13', since: '2026-01-01' },
  { action: 'endVisit', name: 'endVisit of a key customer',          label: '联系不上，不再去', kinds: SAID,    from: ANY, to: null, does: ['visit_ended'], by: DIRECTOR, notBy: OWN, needs: owesSurveyVisitOf('director'), readBy: 'everybody', clause: 'Z13', since: '2026-01-01' },
  { action: 'endVisit', name: 'endVisit of what has left the office', label: '联系不上，不再打', kinds: COMPLAINT, from: ANY, to: null, does: ['visit_ended'], by: QUALITY, notBy: OWN, needs: owesSurveyVisitOf('quality'), readBy: 'everybody', clause: 'Z13', since: '2026-01-01' },
];
