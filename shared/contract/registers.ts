import { z } from '../kernel/zod.ts';
import { REGISTERS, type RegisterName } from '../registers/registers.ts';
import { id, instant, page, pageQuery, route } from './route.ts';

const names = Object.keys(REGISTERS) as [RegisterName, ...RegisterName[]];
const register = z.enum(names, { error: '没有这张表' });

export const RegisterKind = z
  .object({
    name: register,
    label: z.string(),
    note: z.string(),
    clause: z.string(),
    columns: z.array(z.string()),
    ofCompany: z.boolean().describe('公司的，不分小区'),
  })
  .meta({ id: 'RegisterKind' });
export type RegisterKind = z.infer<typeof RegisterKind>;

/** One time a register left the house. */
export const ExportLine = z
  .object({
    id,
    at: instant,
    byName: z.string(),
    byPost: z.string(),
    label: z.string(),
    officeName: z.string(),
    from: instant,
    until: instant,
    rows: z.int(),
    cut: z.boolean(),
  })
  .meta({ id: 'ExportLine' });
export type ExportLine = z.infer<typeof ExportLine>;

export const registerRoutes = {
  registers: route({
    method: 'GET',
    path: '/registers',
    summary: '能导出的登记表，和能导出哪些小区的（I2、R7、A2）',
    response: z.object({
      now: instant,
      offices: z.array(z.object({ id, name: z.string() })),
      company: z.object({ id, name: z.string() }).nullable().describe('总经理可导出公司的'),
      items: z.array(RegisterKind),
    }),
  }),
  exportRegister: route({
    method: 'POST',
    path: '/registers/{register}/exports',
    summary: '导出一张登记表，导出过的都记下来（A1）；文件几分钟内自己下载',
    limit: 'export',
    params: z.strictObject({ register }),
    body: z.strictObject({ officeId: id, from: instant.describe('从'), until: instant.describe('到，不含') }),
    response: z.object({
      id,
      file: z.string(),
      fileName: z.string(),
      rows: z.int(),
      cut: z.boolean().describe('太多了，只有前面这些'),
      openUntil: instant,
    }),
  }),
  exports: route({
    method: 'GET',
    path: '/exports',
    summary: '谁导出过什么，新的在前：主任看本小区，品质管理部和公司领导看全部，别人看自己的（A1）',
    query: pageQuery,
    response: page(ExportLine),
  }),
};
