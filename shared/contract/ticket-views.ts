import { z } from '../kernel/zod.ts';
import { ACTIONS } from '../tickets/actions.ts';
import { KIND_NAMES, TICKET_EVENTS } from '../tickets/ticket.ts';
import { ComplaintView } from './complaint-view.ts';
import { id, instant } from './route.ts';
import { Voice } from './voices.ts';

export const Colleague = z.object({ id, name: z.string(), title: z.string(), phone: z.string().nullable() }).meta({ id: 'Colleague' });
export type Colleague = z.infer<typeof Colleague>;

export const PromiseView = z
  .object({
    what: z.string(),
    label: z.string(),
    round: z.int(),
    openedBy: id,
    clause: z.string(),
    ruleSince: z.string(),
    allowance: z.string(),
    warnAtPercent: z.number(),
    owedBy: z.string().describe('姓名，没派人时是岗位'),
    owedTo: z.enum(['residents', 'company']),
    startedAt: instant,
    firstDueBy: instant,
    dueBy: instant,
    keptAt: instant.nullable(),
    withdrawnAt: instant.nullable(),
    missed: z.boolean(),
    missCause: z.string().nullable().describe('超时的原因，说法'),
    explain: z.string(),
  })
  .meta({ id: 'Promise' });
export type PromiseView = z.infer<typeof PromiseView>;

export const TicketCard = z
  .object({
    id,
    number: z.string(),
    officeId: id,
    officeName: z.string(),
    kind: z.enum(KIND_NAMES),
    title: z.string().describe('类别，住户的说法'),
    words: z.string().describe('住户的话，最多 60 字'),
    category: z.string(),
    urgency: z.enum(['urgent', 'general']),
    place: z.enum(['home', 'public']),
    where: z.string(),
    status: z.enum(['received', 'dispatched', 'on_site', 'finished', 'closed', 'cancelled']),
    round: z.int(),
    /** How often residents urged, in all. */
    urged: z.int(),
    isRework: z.boolean().describe('保修期内又坏了，免费返修（R6）'),
    receivedAt: instant,
    finishedAt: instant.nullable(),
    assigneeName: z.string().nullable(),
    /** The most pressing open promise the viewer may see. */
    next: z.object({ what: z.string(), label: z.string(), startedAt: instant, dueBy: instant, warnAtPercent: z.number() }).nullable(),
    /** Whether it is this resident's turn (confirm or say 没修好, answer a quote or a new date). */
    yourTurn: z.boolean(),
    following: z.boolean().describe('只是跟着：看得到进展，看不到是谁报的、说了什么'),
    own: z.object({ id, number: z.string() }).nullable().describe('我自己报的那一件，并在这里一起办'),
    mergedInto: z.string().nullable().describe('并到了哪一件，编号'),
    tookIn: z.int().describe('并进来了几件；给同事看'),
    waitsFor: z.enum(['quote', 'date']).nullable().describe('修着的时候，等住户回什么话；时间照样走'),
    /** Whether somebody else said something since this viewer last looked. */
    unread: z.boolean(),
  })
  .meta({ id: 'TicketCard' });
export type TicketCard = z.infer<typeof TicketCard>;

const money = { labourFen: z.int(), partsFen: z.int(), totalFen: z.int() };

export const QuoteView = z
  .object({
    id,
    version: z.int(),
    stand: z.enum(['pricing', 'offered', 'accepted', 'refused', 'withdrawn']),
    halfDays: z.int().describe('预计用工，按半个工'),
    madeByName: z.string(),
    madeAt: instant,
    lines: z.array(
      z.object({
        label: z.string(),
        unit: z.string(),
        kind: z.enum(['labour', 'material']),
        quantity: z.int(),
        priceFen: z.int().nullable().describe('空着：等主管定价'),
        warrantyMonths: z.int().nullable(),
        isOnList: z.boolean(),
      }),
    ),
    ...money,
  })
  .meta({ id: 'Quote' });
export type QuoteView = z.infer<typeof QuoteView>;

const held = z.string().nullable().describe('还没给别的住户看：说法');

export const Photo = z
  .object({ id, purpose: z.enum(['report', 'result', 'message', 'paper']), url: z.string(), round: z.int(), held })
  .meta({ id: 'Photo' });
export type Photo = z.infer<typeof Photo>;

export const ContactView = z
  .object({
    id,
    at: instant,
    channel: z.string(),
    kind: z.enum(['message', 'call', 'visit', 'letter', 'note', 'confirmation', 'handover', 'opinion']),
    direction: z.enum(['in', 'out', 'internal']),
    byName: z.string(),
    byTitle: z.string().nullable(),
    mine: z.boolean(),
    body: z.string(),
    voice: Voice.nullable().describe('一起说的语音；来往登记里不放'),
    outcome: z.string().nullable(),
    held,
    photos: z.array(Photo),
  })
  .meta({ id: 'Contact' });
export type ContactView = z.infer<typeof ContactView>;

/** Another ticket this viewer may see, to go to. */
const TicketLink = z.object({ id, number: z.string(), status: TicketCard.shape.status });

/** A report that was merged into a ticket, as colleagues read it. */
const MergedReport = z.object({
  id: id.nullable().describe('空着：看不了那一件'),
  number: z.string(),
  reporterName: z.string(),
  where: z.string(),
  words: z.string(),
  receivedAt: instant,
});

export const TicketDetail = TicketCard.extend({
  now: instant,
  version: z.int(),
  asStaff: z.boolean(),
  isLargeDefect: z.boolean().describe('大缺陷：修好后到现场检查；给同事看'),
  /** The home it was reported from, for whoever may act for it as a resident. */
  homeId: id.nullable(),
  /** Whom to ask: the technician, before that the service centre. */
  responsible: Colleague.nullable(),
  reporter: z.object({ name: z.string(), phone: z.string().describe('号码打码'), as: z.string() }).nullable(),
  steps: z.array(z.object({ label: z.string(), at: z.string(), state: z.enum(['done', 'now', 'ahead']) })),
  actions: z.array(z.object({ action: z.enum(ACTIONS), label: z.string() })),
  promises: z.array(PromiseView),
  history: z.array(z.object({ id, did: z.enum(TICKET_EVENTS), at: instant, text: z.string() })).describe('新的在前'),
  thread: z.array(ContactView).describe('旧的在前'),
  photos: z.array(Photo),
  claims: z
    .array(z.object({ label: z.string(), claimedAt: instant, registeredAt: instant }))
    .describe('师傅没信号时记的、等工程主管确认的时间；只给同事'),
  result: z.string().nullable().describe('师傅最近一次写的结果'),
  /** The colleague who took it first (I4); colleagues only. */
  firstContact: z.object({ id, name: z.string(), title: z.string() }).nullable(),
  /** Why it came back from whoever was sent, until somebody else is; colleagues only. */
  handedBack: z.object({ byName: z.string(), reason: z.string(), words: z.string(), at: instant }).nullable(),
  danger: z.string().nullable().describe('报的时候说有什么危险'),
  wish: z
    .object({
      from: instant,
      until: instant,
      text: z.string(),
      past: z.boolean(),
      after: z.string().nullable().describe('比这一项答应的还晚：那一项照样算'),
    })
    .nullable()
    .describe('希望什么时候上门（I9）'),
  onlyMine: z.boolean().describe('只有报修的人看得到，同住的人看不到'),
  /** The content as confirmed back to the resident before work (I9). */
  confirmedContent: z.string().nullable(),
  followedBy: z.int().describe('同事看：还有几户跟着'),
  suggestedContent: z.string(),
  /** The score of the confirmation that closed it last. */
  rating: z.object({ score: z.int(), text: z.string(), words: z.string() }).nullable(),
  /** The newest quote of this round; residents see it once it has its price. */
  quote: QuoteView.nullable(),
  refusalEnds: z.boolean().describe('不同意报价、说不修了，就到这里；家里别的人说的，等报修的人定'),
  /** The version that was accepted last: what may be charged. */
  agreedQuote: QuoteView.nullable(),
  /** What its rounds came to, once one is finished. */
  cost: z.object({ ...money, isSettled: z.boolean(), lines: z.array(z.object({ text: z.string(), sumFen: z.int() })) }).nullable(),
  /** Which public facility; colleagues only. */
  facility: z.object({ id, name: z.string() }).nullable(),
  suggestedFacility: z.string().describe('给还没名字的设施提一个名字；只给同事'),
  /** Which round of a public repair whoever looks would write down next. */
  spendingRound: z.int(),
  /** What that round used, as it was written last; colleagues only. */
  spending: z
    .object({
      version: z.int(),
      byName: z.string(),
      at: instant,
      ...money,
      lines: z.array(z.object({ text: z.string(), sumFen: z.int() })),
    })
    .nullable(),
  /** A new date that waits for the resident (Z14). */
  proposal: z.object({ dueBy: instant }).nullable(),
  /** When residents may urge again; null where they may now. */
  urgeAgainAt: instant.nullable(),
  /** Unless somebody answers, it counts as mended after this (Z1). */
  silentAt: instant.nullable(),
  /** The last moment for 没修好 in this ticket (Z1), and of the warranty (R6). */
  reopenUntil: instant.nullable(),
  warrantyUntil: instant.nullable(),
  /** The repair that came back, and what it came back as, newest first. */
  reworkOf: TicketLink.nullable(),
  reworks: z.array(TicketLink),
  /** Where it is being dealt with, for whoever may go there or lives with whoever may. */
  survivor: z
    .object({
      id: id.nullable().describe('空着：看得到进展，点不进去'),
      number: z.string(),
      status: TicketCard.shape.status,
      steps: z.array(z.object({ label: z.string(), at: z.string(), state: z.enum(['done', 'now', 'ahead']) })),
      next: TicketCard.shape.next,
      actions: z.array(z.object({ action: z.enum(ACTIONS), label: z.string() })),
    })
    .nullable()
    .describe('并到的那一件现在怎样（Z3）'),
  isUnconfirmed: z.boolean().describe('做好了，住户还没说好：来电说好了可以记；只给同事'),
  merged: z.array(MergedReport).describe('并进来的每一件；只给同事'),
  /** What was ordered, where it is a special service: how many, and which outside provider was asked. */
  service: z.object({ itemId: id, quantity: z.int(), provider: z.string().nullable() }).nullable(),
  complaint: ComplaintView.nullable().describe('投诉：谁在处理、为什么'),
  /** The estate's own figures that its pages speak of. */
  figures: z.object({
    lowScoreAtMost: z.int(),
    followUpMinutes: z.int(),
    handOverMinutes: z.int(),
    mergeAnswerMinutes: z.int(),
    doorTries: z.int(),
    newDateHours: z.int(),
    supervisorQuoteAboveManDays: z.int(),
  }),
}).meta({ id: 'TicketDetail' });
export type TicketDetail = z.infer<typeof TicketDetail>;
