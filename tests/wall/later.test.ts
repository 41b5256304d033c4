import { comparesAll } from './cases.ts';

comparesAll('later');
