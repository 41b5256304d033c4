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
  { page: 'tickets/report/index',    opens: false, clauses: ['I5', 'I9', 'R1', 'R2', 'R3', 'R6'] },
  { page: 'tickets/submitted/index', opens: false, clauses: ['R3', 'R8', 'P3'], title: '报修交上以后' },
  { page: 'tickets/queue/index',     opens: true,  clauses: [] },
  { page: 'tickets/detail/index',    opens: false, clauses: ['C2', 'C5', 'I2', 'I5', 'I7', 'I9', 'I10', 'I11', 'I12', 'I15', 'R3', 'R4', 'R5', 'R6', 'R8', 'R11', 'R14', 'Z1', 'Z3', 'Z14'] },
  { page: 'tickets/confirm/index',   opens: false, clauses: ['R9', 'R11', 'R14', 'V8', 'S9', 'Z1'] },
  { page: 'tickets/prices/index',    opens: false, clauses: ['P1', 'R5'], title: '价目表（住户看的）' },
  { page: 'tickets/services/index',  opens: false, clauses: ['R12'], title: '特约服务（住户看的）' },
  { page: 'tickets/order/index',     opens: false, clauses: ['R12', 'I7', 'I9'] },
  { page: 'tickets/accept/index',    opens: false, clauses: ['R13', 'C8'] },
  { page: 'tickets/speak/index',     opens: false, clauses: ['I3', 'I10', 'I12', 'I15'] },
  { page: 'tickets/answer/index',    opens: false, clauses: ['C8', 'R9', 'I11', 'I12', 'Z1'] },
  { page: 'tickets/complain/index',  opens: false, clauses: ['C1', 'C2', 'C3', 'C5', 'C10', 'Z9'] },
  { page: 'staff/complaint/index',   opens: true,  clauses: ['C1', 'I4'] },
  { page: 'staff/remark/index',      opens: true,  clauses: ['I1', 'I3', 'I4'] },
  { page: 'staff/services/index',    opens: true,  clauses: ['R12'] },
  { page: 'staff/oral/index',        opens: true,  clauses: ['R12', 'I4'] },
  { page: 'staff/arrange/index',     opens: false, clauses: ['R12', 'R13', 'I7', 'I9'] },
  { page: 'staff/complete/index',    opens: false, clauses: ['R13'], title: '特约服务做好了' },
  { page: 'staff/ticket/index',      opens: false, clauses: ['C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8', 'C11', 'I2', 'I3', 'I4', 'I7', 'I9', 'I10', 'I11', 'I12', 'I18', 'I16', 'R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R8', 'R11', 'R14', 'D1', 'D2', 'I15', 'V8', 'S9', 'Z12', 'Z3', 'Z14', 'Z18'] },
  { page: 'staff/intake/index',      opens: true,  clauses: ['I1', 'I2', 'I4', 'R1', 'R2', 'R3'] },
  { page: 'staff/finish/index',      opens: false, clauses: ['R3', 'R14'] },
  { page: 'staff/quote/index',       opens: false, clauses: ['I7', 'R5'] },
  { page: 'staff/prices/index',      opens: true,  clauses: ['P1', 'R5'] },
  { page: 'staff/register/index',    opens: true,  clauses: ['I1', 'I2', 'A3'] },
  { page: 'staff/replies/index',     opens: true,  clauses: ['I15'] },
  { page: 'tickets/reveals/index',   opens: true,  clauses: ['A1'] },
  { page: 'visits/queue/index',      opens: true,  clauses: ['R10', 'V3', 'V4', 'V5', 'V8', 'S9', 'Z13'] },
  { page: 'visits/form/index',       opens: false, clauses: ['R10', 'R11', 'V3', 'V4', 'V5', 'V7', 'V8', 'S9', 'Z13'], title: '记回访、记检查' },
  { page: 'staff/reveals/index',     opens: true,  clauses: ['A1'] },
  { page: 'staff/checks/index',      opens: true,  clauses: ['I2'] },
  { page: 'staff/search/index',      opens: true,  clauses: ['A2'] },
  { page: 'staff/templates/index',   opens: true,  clauses: ['P3', 'Z7'] },
  { page: 'staff/bindings/index',    opens: true,  clauses: ['A1'] },
  { page: 'staff/invite/index',      opens: true,  clauses: ['A1'] },
  { page: 'staff/board/index',       opens: true,  clauses: ['R8'] },
  { page: 'staff/late/index',        opens: true,  clauses: ['Z2', 'R3'] },
  { page: 'staff/behind/index',      opens: false, clauses: ['Z2'] },
  { page: 'staff/analysis/index',    opens: true,  clauses: ['C9', 'I18', 'Z2'] },
  { page: 'staff/bulletins/index',   opens: true,  clauses: ['C7'] },
  { page: 'staff/registers/index',   opens: true,  clauses: ['I2', 'R7', 'A1', 'A2'] },
  { page: 'staff/spend/index',       opens: false, clauses: ['R7', 'R14'] },
  { page: 'staff/duties/index',      opens: true,  clauses: ['I13', 'D10', 'C9', 'Z8', 'Z17'] },
  { page: 'staff/round/index',       opens: false, clauses: ['I13', 'D10', 'C9'], title: '看一轮、写下来' },
  { page: 'staff/keepers/index',     opens: true,  clauses: ['I13'] },
  { page: 'staff/costs/index',       opens: true,  clauses: ['R7', 'R14'] },
  { page: 'publications/list/index', opens: true,  clauses: ['P2', 'R7'] },
  { page: 'publications/notice/index', opens: false, clauses: ['P2', 'Z7'], title: '一张工程通知' },
  { page: 'publications/write/index', opens: false, clauses: ['P2', 'R7'] },
  { page: 'errands/list/index',      opens: true,  clauses: ['D1', 'D4', 'D5'] },
  { page: 'errands/one/index',       opens: false, clauses: ['D1', 'D2', 'D3', 'D4', 'D5', 'D7', 'I3', 'I8'], title: '一张单子' },
  { page: 'errands/write/index',     opens: true,  clauses: ['D1', 'D5', 'I3', 'I8'] },
  { page: 'publications/guide/index', opens: true, clauses: ['I12'], title: '办事指南（住户看的）' },
  { page: 'staff/guide/index',       opens: true,  clauses: ['I12', 'A1', 'A3'] },
  { page: 'staff/manual/index',      opens: true,  clauses: [] },
  { page: 'staff/clause/index',      opens: false, clauses: [] },
];
