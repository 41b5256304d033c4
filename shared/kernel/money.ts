/** Money is integer fen everywhere; a hundred of them are one yuan. */
export const FEN_IN_YUAN = 100;

/** An amount as people say it: 38 元, 12.50 元. */
export function sayMoney(fen: number): string {
  const yuan = Math.trunc(fen / FEN_IN_YUAN);
  const rest = Math.abs(fen % FEN_IN_YUAN);
  return `${fen < 0 && yuan === 0 ? '-' : ''}${yuan}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`} 元`;
}

/** An amount as it stands in a field to be changed: 38, 12.50. */
export const writeMoney = (fen: number): string => sayMoney(fen).replace(' 元', '');

/** What somebody typed in yuan, in fen; null for anything that is no amount. */
export function readMoney(text: string): number | null {
  const found = /^(\d{1,7})(?:[.。](\d{1,2}))?$/.exec(text.trim().replace(/[元¥￥\s]/g, ''));
  return found ? Number(found[1]) * FEN_IN_YUAN + Number((found[2] ?? '').padEnd(2, '0')) : null;
}
