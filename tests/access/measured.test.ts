import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { API, type Api } from '../../shared/contract/index.ts';
import { readTable } from './table.ts';

/** Commands that leave no `ok` in the table, and why. */
const NOBODY_HERE: Partial<Record<keyof Api, string>> = {
  wechatSignIn: 'nobody plays WeChat here; tests/api/sign-in.test.ts does',
  bindByPhone: 'nobody plays WeChat here; tests/api/sign-in.test.ts does',
  redeemInvitation: 'nobody plays WeChat here; tests/api/invitations.test.ts does',
  setUp: 'nobody plays WeChat here; tests/api/company.test.ts does',
  endLeave: 'nobody here is on leave; tests/api/leaves.test.ts does',
  joinHome: 'nobody here holds a code; tests/api/family.test.ts does',
  withdrawFamily: 'no code was given out here; tests/api/family.test.ts does',
  sendOff: 'nobody here was asked in; tests/api/family.test.ts does',
  answerConsents: 'no template is approved here, so there is nothing to store; tests/api/consents.test.ts does',
  previewNotice: 'stores nothing: its cell says count',
  carryOut: 'no suggestion is adopted here; tests/scenarios/remarks.ts does',
  conclude: 'no complaint here has had its final visit; tests/scenarios/complaints.ts does',
  fileUnheard: 'nobody here was out of reach; tests/scenarios/complaints.ts does',
  exportRegister: 'its cell says file',
  moveTalk: 'no letter here has a day agreed; tests/api/mailbox.test.ts does',
  nearGuide: 'stores nothing',
  issueBulletin: 'no major complaint here was reported; tests/api/bulletins.test.ts does',
  issueSurvey: 'the surveys here are out, or over; tests/api/surveys.test.ts does',
  analyseSurvey: 'no survey here waits for its analysis; tests/api/surveys.test.ts does',
  askContact: 'no home here has answered what is out; tests/api/survey-contact.test.ts does',
  takeBackTick: 'nobody here ticked a sheet; tests/api/survey-paper.test.ts does',
  typeSheet: 'nobody here ticked a sheet; tests/api/survey-paper.test.ts does',
  replaceHome: 'the surveys here went to all homes; tests/api/survey-paper.test.ts does',
  reviewSurvey: 'no survey here was sent up; tests/api/surveys.test.ts does',
  tellProvider: 'no survey of special services here is analysed; tests/api/service-surveys.test.ts does',
  submitLetter: 'the letter here is out; tests/api/open-letters.test.ts does',
  issueNeeds: 'the needs here are out, or over; tests/scenarios/needs.ts does',
  analyseNeeds: 'no needs here wait for their analysis; tests/scenarios/needs.ts does',
  receiveErrand: 'no handover here was given back; tests/api/errands.test.ts does',
  registerErrand: 'the only emergency here is registered; tests/api/errands.test.ts does',
  writeReport: 'no emergency here was given back; tests/api/errands.test.ts does',
  recordRound: 'no round here was opened; tests/api/duties.test.ts does',
};

test('every command is done by somebody: one that nobody may do here is not measured', () => {
  const committed = readTable(readFileSync(new URL('./matrix.txt', import.meta.url), 'utf8'));
  const commands = (Object.keys(API) as (keyof Api)[]).filter((route) => API[route].method === 'POST' && !(route in NOBODY_HERE));
  const isDone = (route: string) => [...committed].some(([key, cells]) => key.split(' ')[0] === route && cells.includes('ok'));
  expect(commands.filter((route) => !isDone(route))).toEqual([]);
  expect(Object.keys(NOBODY_HERE).filter(isDone)).toEqual([]);
});
