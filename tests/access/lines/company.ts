import { sheetOf } from '../../../api/registers/sheet.ts';
import { OFFICES as OFFICE_ROWS } from '../../../db/seeds/company.ts';
import { ROSTER_COLUMNS } from '../../../shared/company/roster.ts';
import { askAndUndo } from '../asking.ts';
import { aPass, type Line, officeOf, single, stored } from '../line-kinds.ts';

const OFFICES = ['WT', 'HT', 'ZB'];
const FORM = {
  name: '银杏园',
  hotline: '0571-0000 0130',
  opensAtMinute: 480,
  closesAtMinute: 1080,
  occupiedSince: null,
  commissionBased: false,
  singleClient: false,
};
let sheet: Promise<string> | undefined;

/** A roster of one, as a file. */
function aSheet(): Promise<string> {
  sheet ??= sheetOf('住户名单', ROSTER_COLUMNS, [['8', '1', '101', '新住户', '', '业主', '', '']]).then((bytes) =>
    Buffer.from(bytes).toString('base64'),
  );
  return sheet;
}

export const companyLines = {
  setUp: [
    single(
      '',
      async (cast, name) =>
        askAndUndo(cast, name, 'POST', '/sign-in/set-up', {
          pass: await aPass(cast),
          setUpCode: '0'.repeat(26),
          companyName: '回音物业',
          hotline: FORM.hotline,
          name: '蔡建华',
          code: 'a-code',
        }),
      stored,
    ),
  ],
  company: [
    single(
      '',
      async (cast, name) => askAndUndo(cast, name, 'GET', '/company'),
      ({ body }) => `${body.offices.map((one: { letters: string }) => one.letters).join(',')}${body.mayAdd ? '+' : ''}`,
    ),
  ],
  companyOffice: OFFICES.map((letters) =>
    single(
      letters,
      async (cast, name) => askAndUndo(cast, name, 'GET', `/company/offices/${await officeOf(cast, letters)}`),
      // c where they may change it, i where they read rosters in.
      ({ body }) => `whole${body.mayChange ? 'c' : ''}${body.mayImport ? 'i' : ''}`,
    ),
  ),
  addEstate: [single('', (cast, name) => askAndUndo(cast, name, 'POST', '/company/offices', { ...FORM, letters: 'YX' }), stored)],
  changeOffice: OFFICES.map((letters) =>
    single(
      letters,
      async (cast, name) =>
        askAndUndo(cast, name, 'POST', `/company/offices/${await officeOf(cast, letters)}/change`, {
          ...FORM,
          letters,
          hotline: OFFICE_ROWS.find((one) => one.letters === letters)!.hotline,
          version: 0,
        }),
      stored,
    ),
  ),
  layOutHomes: OFFICES.map((letters) =>
    single(
      letters,
      async (cast, name) =>
        askAndUndo(cast, name, 'POST', `/company/offices/${await officeOf(cast, letters)}/homes`, {
          building: 88,
          units: 1,
          fromFloor: 1,
          toFloor: 1,
          roomsAFloor: 1,
          isPreview: false,
        }),
      stored,
    ),
  ),
  readRoster: OFFICES.map((letters) =>
    single(
      letters,
      async (cast, name) =>
        askAndUndo(cast, name, 'POST', `/company/offices/${await officeOf(cast, letters)}/roster`, { file: await aSheet(), isPreview: false }),
      stored,
    ),
  ),
} satisfies Record<string, Line[]>;
