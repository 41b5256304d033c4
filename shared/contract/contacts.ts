import { z } from '../kernel/zod.ts';
import { id, page, pageQuery, route } from './route.ts';
import { ContactView } from './ticket-views.ts';

export const RegisterLine = ContactView.extend({
  ticketId: id.nullable(),
  ticketNumber: z.string().nullable(),
  where: z.string(),
  participants: z.array(z.string()).describe('除了说话的人，还有谁'),
  officeName: z.string(),
}).meta({ id: 'RegisterLine' });
export type RegisterLine = z.infer<typeof RegisterLine>;

export const contactRoutes = {
  register: route({ method: 'GET', path: '/contacts', summary: '沟通登记表，新的在前（I2）', query: pageQuery, response: page(RegisterLine) }),
};
