import { comparesAll } from './cases.ts';

comparesAll('at once');
