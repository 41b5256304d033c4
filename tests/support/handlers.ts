import { part as arrivals } from '../../api/parts/arrivals.ts';
import { part as matters } from '../../api/parts/matters.ts';
import { part as office } from '../../api/parts/office.ts';

/** Every handler by its route's name; a law holds the parts to the whole contract. */
export const HANDLERS = { ...arrivals.handlers, ...matters.handlers, ...office.handlers };
