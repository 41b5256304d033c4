import { PEOPLE } from '../../../db/seeds/company.ts';
import { handlersOf, hasLeftFor, isAccused, staffBefore } from '../../../shared/complaints/wall.ts';
import { type Holder, handlesComplaints, makesReturnCalls, RELATION_HOLDERS, type Relation } from '../../../shared/kernel/people.ts';
import { standsInFor } from '../../../shared/kernel/routing.ts';
import type { Settings } from '../../../shared/kernel/settings.ts';
import type { Case } from './town.ts';

/** How each estate of the named company differs from the manual. */
export const ESTATE_SETTINGS: Record<string, Partial<Settings>> = { HT: { supervisorDispatches: true } };

export const buildingOf = (home: string): number => Number(/(\d+)栋/.exec(home)?.[1]);
export const rolesOf = (name: string) => PEOPLE.find((person) => person.name === name)?.roles ?? [];
export const homesOf = (name: string) => PEOPLE.find((person) => person.name === name)?.homes ?? [];
/** A home of an estate; another estate may have the same label. */
export const homeAt = (estate: string, label: string) => `${estate} ${label}`;
export const livesIn = (name: string, home: string) => homesOf(name).some(([estate, label]) => homeAt(estate, label) === home);

export const staffOf = (estate: string): Holder[] =>
  PEOPLE.flatMap((person) =>
    (person.roles ?? [])
      .filter(([letters]) => letters === estate || letters === 'ZB')
      .map(([letters, role, department]) => ({ person: person.name, role, department: department ?? null, atHeadOffice: letters === 'ZB' })),
  );

/** Who may see a home’s repair for living there. */
export const householdOf = (one: Case): string[] => {
  const { place, onlyMine } = one.story.state;
  if (place !== 'home' || onlyMine) return [];
  return PEOPLE.map(({ name }) => name).filter((name) => livesIn(name, one.home));
};

/** What somebody is to a ticket. */
export function relationsOf(name: string, one: Case): Relation[] {
  const { state } = one.story;
  const isShut = isAccused(state, name);
  const staff = staffBefore(state, staffOf(one.estate));
  const roles = isShut ? [] : rolesOf(name).map(([letters, role, department]) => ({ letters, role, department: department ?? null }));
  const here = hasLeftFor(state, name) ? [] : roles.filter(({ letters }) => letters === one.estate);
  const standsIn = (relation: 'agent' | 'head' | 'director' | 'quality') =>
    state.complaint !== null && !isShut && standsInFor(relation, name, staff, one.reporter);
  const isQuality = roles.some(RELATION_HOLDERS.quality) || (state.kind === 'complaint' && (roles.some(handlesComplaints) || standsIn('quality')));
  const livesThere = livesIn(name, one.home);
  const isHousehold = householdOf(one).includes(name);
  const all: [Relation, boolean][] = [
    ['reporter', one.reporter === name],
    ['author', one.reporter === name && livesThere],
    ['household', isHousehold],
    ['resident', isHousehold || (one.reporter === name && livesThere)],
    ['follower', one.followers.has(name) || one.fellows.has(name)],
    ['fellow', one.fellows.has(name)],
    ['assignee', one.story.state.assignee === name && here.some(({ role }) => role === 'technician')],
    ['firstContact', one.story.state.firstContact === name && here.length > 0],
    ['agent', here.some(RELATION_HOLDERS.agent) || standsIn('agent')],
    ['head', here.some(RELATION_HOLDERS.head) || standsIn('head')],
    ['director', here.some(RELATION_HOLDERS.director) || standsIn('director')],
    ['quality', isQuality],
    ['leadership', roles.some(RELATION_HOLDERS.leadership)],
    ['handler', state.complaint !== null && !isShut && handlersOf(state.complaint, staff).includes(name)],
    ['caller', state.drawnFor.includes('weekly_visit') && here.length === 0 && roles.some(makesReturnCalls)],
  ];
  return all.filter(([, holds]) => holds).map(([relation]) => relation);
}
