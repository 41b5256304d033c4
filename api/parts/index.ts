// The API in parts. A function that wakes up loads what it is asked for, and nothing else.

const arrivals = () => import('./arrivals.ts');
const matters = () => import('./matters.ts');
const office = () => import('./office.ts');

/** The part behind each first word of a path under /api. */
export const PARTS = {
  health: arrivals,
  session: arrivals,
  'sign-in': arrivals,
  bindings: arrivals,
  colleagues: arrivals,
  inbox: arrivals,
  consents: arrivals,
  tickets: matters,
  workbench: matters,
  jobs: matters,
  photos: matters,
  voices: matters,
  facilities: matters,
  'public-costs': matters,
  visits: matters,
  intake: matters,
  'canned-replies': matters,
  reveals: matters,
  services: matters,
  'service-orders': matters,
  remarks: matters,
  complaints: matters,
  errands: matters,
  board: office,
  late: office,
  registers: office,
  exports: office,
  publications: office,
  buildings: office,
  search: office,
  contacts: office,
  checks: office,
  prices: office,
  manual: office,
  templates: office,
  approvals: office,
  duties: office,
  keepers: office,
} as const;
