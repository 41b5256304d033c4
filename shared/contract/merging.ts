import { words } from '../kernel/words.ts';
import { z } from '../kernel/zod.ts';
import { command, optionalWords } from './command.ts';
import { id, idParams, instant, route } from './route.ts';

/** A report that may be about the same matter, and what merging would come to. */
export const Duplicate = z
  .object({
    id,
    number: z.string(),
    title: z.string(),
    where: z.string(),
    words: z.string(),
    reporterName: z.string(),
    receivedAt: instant,
    status: z.enum(['received', 'dispatched', 'on_site']),
    isLikely: z.boolean().describe('同一处、同一类；不然只对上一样'),
    foresees: z.string().describe('并了会怎样，一句话；不能并的，为什么'),
    mayMerge: z.boolean(),
  })
  .meta({ id: 'Duplicate' });
export type Duplicate = z.infer<typeof Duplicate>;

export const mergingRoutes = {
  duplicates: route({
    method: 'GET',
    path: '/tickets/{id}/duplicates',
    summary: '可能是同一件的报修：同小区、同一类或同一处、还没修好（Z3）',
    params: idParams,
    response: z.object({ now: instant, items: z.array(Duplicate) }),
  }),
  merge: command('merge', '和另一件并在一起办：先报的留下，更早的时间算数（Z3）', z.strictObject({ withId: id.describe('另一件') })),
  disputeMerge: command(
    'dispute-merge',
    '住户说这不是同一件：不会自己拆开，答应多久内答复（Z3）',
    z.strictObject({ words: optionalWords(200) }),
    'say',
  ),
  keepMerged: command('keep-merged', '答复住户：是同一件，写明为什么（Z3）', z.strictObject({ words: words(500) })),
  unmerge: command('unmerge', '拆开，单独办：答应过的接着算（Z3）', z.strictObject({})),
};
