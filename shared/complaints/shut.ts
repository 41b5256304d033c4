import { AGAINST, type Against, type Complaint } from './complaint.ts';

/** Of other posts only those who are meant; an estate has one director. */
const sayMeant = (post: Against): string => (post === 'director' ? AGAINST.director.label : `被投诉的${AGAINST[post].label}`);

/** Who of the office does not see what has left it; colleagues leadership let in do. */
function sayOffice({ letIn }: Pick<Complaint, 'letIn'>, others: string): string {
  return letIn.length > 0 ? `小区的同事里只有公司领导请来的看得到` : `小区${others}看不到`;
}

/** Who does not see a complaint, as whoever complained reads it, and nobody else (C3). */
export function sayShut(complaint: Pick<Complaint, 'against' | 'custody' | 'letIn'>): string {
  const { against, custody } = complaint;
  const meant = against.map(sayMeant).join('、');
  const others = meant ? '别的同事也' : '的同事';
  const parts = [...(meant ? [`${meant}看不到这件投诉`] : []), ...(custody === 'company' ? [sayOffice(complaint, others)] : [])];
  if (parts.length === 0) return '您的家人、邻居看不到这件投诉。';
  return `${parts.join('，')}；您的家人、邻居也看不到。`;
}
