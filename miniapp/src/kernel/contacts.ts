import type { ContactView } from '../../../shared/contract/ticket-views.ts';
import { channelOf } from '../../../shared/intake/channels.ts';
import { sayKind } from '../../../shared/tickets/contacts.ts';

export { sayChannel } from '../../../shared/tickets/contacts.ts';

/** What kind of contact it was, in the reader's words; nothing for a plain message, nor where the way it came says it. */
export const sayContact = (said: Pick<ContactView, 'kind' | 'channel'>, asStaff: boolean): string =>
  channelOf(said.channel) ? '' : sayKind(said.kind, asStaff);

/** By what way a colleague heard it, and took it down; nothing where it was written here. */
export const sayTaken = (said: Pick<ContactView, 'channel'>): string => channelOf(said.channel)?.label ?? '';
