import { sayMoment } from '../kernel/time.ts';
import { ERRAND_KINDS, type ErrandState } from './errand.ts';
import { type LetterCopy, sayCopy, sayLetterStanding } from './letter.ts';
import { ERRAND_PROMISES } from './promises.ts';

/** Where an errand stands, as one would say it. */
export function sayErrandStanding(state: Pick<ErrandState, 'kind' | 'status' | 'promisedBy' | 'answerBy' | 'facts' | 'happened'>, now: Date): string {
  if (state.kind === 'letter') return sayLetterStanding(state, now);
  const { status, promisedBy, answerBy, facts } = state;
  const expected = typeof facts.expectedBy === 'string' ? `，现在看${sayMoment(new Date(facts.expectedBy), now)} 能好` : '';
  switch (status) {
    case 'given':
      return answerBy ? `等对方接下，要求${sayMoment(answerBy, now)} 前` : '等对方接下';
    case 'taken':
      return promisedBy ? `在办，答应${sayMoment(promisedBy, now)} 前办好${expected}` : '在办';
    case 'returned':
      return '办好了，等收下';
    case 'closed':
      return '办完了';
    default:
      return '撤回了';
  }
}

const EVENTS: Record<string, string> = {
  given: '写单交出',
  taken: '接下，答应了时间',
  progressed: '说了进展',
  returned: '交回结果',
  sent_back: '没办好，请再办',
  received_back: '收下结果',
  verified: '验证过了',
  withdrawn: '撤回',
  lead_changed: '改牵头部门',
  resident_told: '告诉住户',
  reached: '相关的人都联系上了',
  registered: '品质管理部登记',
  reported: '报给管理者代表',
  report_written: '写好纠正和预防措施报告',
  warned: '快到时间了',
  missed: '超时了',
  told: '报给上一级',
  opened: '打开',
  done: '记下',
  lapsed: '过了时间，没有做',
  counted: '过了时间，没有按时做',
  handed_on: '换了人做',
  answered: '记下怎么答复的',
  filed: '不用答复，存档',
  copied: '抄送',
};

const HOW: Record<string, string> = { message: '发消息', phone: '电话', face_to_face: '当面', letter: '书面' };

/** One event of an errand as its history tells it; a promise by its name. */
export function sayErrandEvent(did: string, facts: Record<string, unknown>): string {
  const promised = ERRAND_PROMISES.find((row) => row.what === facts.what);
  const text = EVENTS[did] ?? did;
  if (promised) return `${promised.label}：${text}`;
  if (did === 'resident_told') return `${text}（${HOW[String(facts.how)] ?? ''}）`;
  if (did === 'lead_changed') return facts.lead === false ? '改由别的部门牵头' : '由它牵头';
  if (did === 'given' && facts.kind === 'letter') return '登记来信';
  if (did === 'handed_on' && facts.kind === 'letter') return '换了人负责';
  if (did === 'copied' && facts.copies !== undefined) return `${text}${(facts.copies as LetterCopy[]).map(sayCopy).join('、')}`;
  if (did === 'given' && facts.kind !== undefined) return `${text}：${ERRAND_KINDS[facts.kind as keyof typeof ERRAND_KINDS] ?? ''}`;
  return text;
}
