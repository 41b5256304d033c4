import { API } from '../../shared/contract/index.ts';
import type { Route } from '../../shared/contract/route.ts';
import { PROBLEMS } from '../../shared/kernel/problem.ts';
import { z } from '../../shared/kernel/zod.ts';

const ProblemShape = z
  .object({
    type: z.string(),
    code: z.enum(Object.keys(PROBLEMS) as [string, ...string[]]),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });

/** The OpenAPI 3.1 document of the whole contract. Its library loads when somebody asks for it. */
export async function openApiDocument(): Promise<unknown> {
  const { createDocument } = await import('zod-openapi');
  const refusal = { description: '不能办，原因见正文', content: { 'application/problem+json': { schema: ProblemShape } } };
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, route] of Object.entries(API) as [string, Route][]) {
    const operation = {
      operationId: name,
      summary: route.summary,
      security: route.open ? [] : [{ token: [] }],
      requestParams: {
        ...(route.params ? { path: route.params } : {}),
        ...(route.query ? { query: route.query } : {}),
        ...(route.method === 'POST' ? { header: z.object({ 'Idempotency-Key': route.key ? z.string() : z.string().optional() }) } : {}),
      },
      ...(route.body ? { requestBody: { required: true, content: { 'application/json': { schema: route.body } } } } : {}),
      responses: { 200: { description: '办好了', content: { 'application/json': { schema: route.response } } }, default: refusal },
    };
    const path = `/api${route.path}`;
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation };
  }
  return createDocument({
    openapi: '3.1.0',
    info: { title: 'Huiyin 回音', version: '1' },
    paths,
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
  } as Parameters<typeof createDocument>[0]);
}
