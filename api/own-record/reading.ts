import { readOwnLines, readOwnRecord } from '../../db/queries/own-record.ts';
import { readOwnReveals } from '../../db/queries/reveals.ts';
import type { OwnRecord } from '../../shared/contract/own-record.ts';
import { RESIDES_AS } from '../../shared/households/households.ts';
import { OWN_FILE_LINES, OWN_LINES } from '../../shared/households/own-record.ts';
import { sayName, sayPost } from '../../shared/kernel/people.ts';
import { Problem } from '../../shared/kernel/problem.ts';
import { isoDay, sayFullMoment } from '../../shared/kernel/time.ts';
import { LOOKED_BECAUSE } from '../../shared/tickets/reveals.ts';
import type { Ctx } from '../context.ts';
import { maskNumber } from '../identity/numbers.ts';
import { countRequest } from '../limits/limits.ts';
import { sheetOf } from '../registers/sheet.ts';

const fileNameOf = (now: Date) => `我的资料_${isoDay(now)}.xlsx`;

/** What is known here of whoever asks: nothing of anybody else (A1). */
export async function ownRecord(ctx: Ctx): Promise<OwnRecord> {
  const { last4, boundAt, homes, ...counts } = await readOwnRecord(ctx.db, ctx.viewer);
  return {
    name: ctx.viewer.name,
    phone: maskNumber(last4),
    boundAt: boundAt?.toISOString() ?? null,
    homes: homes.map(({ from, until, ...home }) => ({ ...home, from: from.toISOString(), until: until?.toISOString() ?? null })),
    ...counts,
    isColleague: ctx.viewer.appointments.length > 0,
    file: `/own-record/${ctx.viewer.id}/file`,
    fileName: fileNameOf(ctx.clock()),
  };
}

const COLUMNS = [
  { title: '哪一类', width: 18 },
  { title: '哪一件', width: 22 },
  { title: '内容', width: 60 },
  { title: '时间', width: 22 },
];

/** All looks at one's own number, page by page. */
async function allLooks(ctx: Ctx) {
  const looks: Awaited<ReturnType<typeof readOwnReveals>> = [];
  for (let after: string | null = null; looks.length < OWN_FILE_LINES; ) {
    const page: typeof looks = await readOwnReveals(ctx.db, ctx.viewer, after);
    // A page holds one more than it shows, where there are more.
    const fresh = page.filter((look) => !looks.some((one) => one.id === look.id));
    looks.push(...fresh);
    if (fresh.length === 0) break;
    after = fresh.at(-1)!.id;
  }
  return looks;
}

/**
 * One's own file, read by people: who one is here, what one reported, said, sent and answered, and who looked at one's number.
 * @throws Problem `seen/not-found` where it is another's, `request/too-many`
 */
export async function ownFile(ctx: Ctx, id: string): Promise<{ bytes: Uint8Array; fileName: string }> {
  if (id !== ctx.viewer.id) throw new Problem('seen/not-found');
  await countRequest(ctx, 'ownFile', { person: ctx.viewer.id });
  const record = await readOwnRecord(ctx.db, ctx.viewer);
  const lines = await readOwnLines(ctx.db, ctx.viewer, OWN_FILE_LINES);
  const looks = await allLooks(ctx);
  const when = (at: Date | null) => (at ? sayFullMoment(at) : '');
  const rows = [
    ['姓名', '', ctx.viewer.name, ''],
    ['登记的号码', '', maskNumber(record.last4), ''],
    ['绑定的微信', '', record.boundAt ? '已绑定' : '没有绑定', when(record.boundAt)],
    ...record.homes.map((home) => [
      '住过的房屋',
      home.officeName,
      `${home.label}，${RESIDES_AS[home.as]}`,
      `${when(home.from)} 至 ${when(home.until) || '现在'}`,
    ]),
    ...lines.map((line) => [OWN_LINES[line.kind], line.of ?? '', line.body, when(line.at)]),
    ...looks.map((look) => [
      '谁看过我的号码',
      look.ticketNumber ?? look.home ?? '',
      `${sayName(look.byName)}（${sayPost(look.byRole, look.byDepartment)}）：${[LOOKED_BECAUSE[look.reason], look.words].filter(Boolean).join('，')}`,
      when(look.at),
    ]),
  ];
  return { bytes: await sheetOf('我的资料', COLUMNS, rows), fileName: fileNameOf(ctx.clock()) };
}
