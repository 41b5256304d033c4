import type { ErrandAction } from './rows.ts';

/** Which route of the contract does what a row allows, where its page offers it. */
export const ERRAND_ROUTES = {
  take: 'takeErrand',
  progress: 'progressErrand',
  giveBack: 'giveBackErrand',
  sendBack: 'sendBackErrand',
  receiveBack: 'receiveErrand',
  verify: 'verifyErrand',
  withdraw: 'withdrawErrand',
  answerNotice: 'answerNotice',
  lead: 'leadErrand',
  tellResident: 'tellResident',
  reach: 'reachErrand',
  registerUrgent: 'registerErrand',
  report: 'reportErrand',
  writeReport: 'writeReport',
  handOn: 'handErrandOn',
  answerLetter: 'answerLetter',
  fileLetter: 'fileLetter',
  copyLetter: 'copyLetter',
  deedHolds: 'deedHolds',
  deedFails: 'deedFails',
} as const satisfies Partial<Record<ErrandAction, string>>;
