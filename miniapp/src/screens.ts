/** One page of the app and the clauses it shows. */
export interface ScreenRow {
  page: string;
  clauses: readonly string[];
  /** A colleague may open it as it stands, with no ticket chosen. */
  opens: boolean;
  /** What the manual calls it, where its own title would not tell. */
  title?: string;
}

/** Which page shows which clauses. The manual lists them; a law finds a page that is missing here. */
// biome-ignore format: a table reads best as one
export const SCREENS: readonly ScreenRow[] = [
  { page: 'pages/home/index',        opens: true,  clauses: ['R3', 'R8', 'Z18'] },
  { page: 'pages/progress/index',    opens: true,  clauses: ['I5'] },
  { page: 'pages/messages/index',    opens: true,  clauses: ['R8', 'Z18'] },
  { page: 'pages/me/index',          opens: true,  clauses: [] },
  { page: 'pages/sign-in/index',     opens: false, clauses: [] },
  { page: 'tickets/report/index',    opens: false, clauses: ['I5', 'R1', 'R2', 'R3'] },
  { page: 'tickets/submitted/index', opens: false, clauses: ['R3', 'R8', 'P3'], title: '报修交上以后' },
  { page: 'tickets/queue/index',     opens: true,  clauses: [] },
  { page: 'tickets/detail/index',    opens: false, clauses: ['I2', 'I5', 'I7', 'I15', 'R3', 'R8', 'R11'] },
  { page: 'tickets/confirm/index',   opens: false, clauses: ['R9', 'R11', 'V8', 'S9'] },
  { page: 'staff/ticket/index',      opens: false, clauses: ['I2', 'I7', 'I9', 'I16', 'R1', 'R2', 'R3', 'R8', 'R11', 'D1', 'D2', 'I15', 'V8', 'S9', 'Z12', 'Z18'] },
  { page: 'staff/finish/index',      opens: false, clauses: ['R3'] },
  { page: 'staff/register/index',    opens: true,  clauses: ['I2', 'A3'] },
  { page: 'staff/replies/index',     opens: true,  clauses: ['I15'] },
  { page: 'tickets/reveals/index',   opens: true,  clauses: ['A1'] },
  { page: 'staff/reveals/index',     opens: true,  clauses: ['A1'] },
  { page: 'staff/checks/index',      opens: true,  clauses: ['I2'] },
  { page: 'staff/search/index',      opens: true,  clauses: ['A2'] },
  { page: 'staff/templates/index',   opens: true,  clauses: ['P3', 'Z7'] },
  { page: 'staff/bindings/index',    opens: true,  clauses: ['A1'] },
  { page: 'staff/invite/index',      opens: true,  clauses: ['A1'] },
  { page: 'staff/manual/index',      opens: true,  clauses: [] },
  { page: 'staff/clause/index',      opens: false, clauses: [] },
];
