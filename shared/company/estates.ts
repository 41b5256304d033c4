import { refuseField } from '../kernel/problem.ts';

/** What an estate is known by, as it is filled in. */
export interface EstateForm {
  name: string;
  /** What its numbers begin with: WT of WT-BX-261121-007. */
  letters: string;
  hotline: string;
  opensAtMinute: number;
  closesAtMinute: number;
  /** The day homes were handed over, as YYYY-MM-DD; null while nobody knows (S2). */
  occupiedSince: string | null;
  /** Fees by commission: its accounts are approved before they are published (P6). */
  commissionBased: boolean;
  /** One client alone: it may have rules of its own (A4). */
  singleClient: boolean;
}

/** @throws Problem `request/invalid` naming the field */
export function checkEstate({ opensAtMinute, closesAtMinute, occupiedSince }: EstateForm, today: string): void {
  if (closesAtMinute <= opensAtMinute) throw refuseField('closesAtMinute', '下班时间要晚于上班时间');
  if (occupiedSince !== null && occupiedSince > today) throw refuseField('occupiedSince', '入伙日期还没到，入伙以后再填');
}
