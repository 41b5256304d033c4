/** What a bulletin is called, and what the inbox says of one (C7). */
export const BULLETIN = '公司通报';
export const BULLETIN_NEWS = '公司发了通报，请看';

/** By what a bulletin could tell whose complaint it was. */
export interface Complainant {
  /** Of whoever complained, and of those they live with. */
  names: readonly string[];
  phoneLast4: string | null;
  homes: readonly { building: number; unit: number; room: string }[];
  number: string;
}

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const HONOURED = '(?:先生|女士|小姐|阿姨|叔叔|大爷|大妈|奶奶|爷爷|老师|姓)';
const MOBILE = /1[3-9]\d{9}/;

/** As it reads, however it was typed: full-width signs, blanks and dashes between figures, 幢, 号楼 and 室 say the same. */
const plain = (words: string): string =>
  words
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/幢|号楼|座/g, '栋')
    .toUpperCase();

const namesHome = (words: string, { building, unit, room }: Complainant['homes'][number]): boolean =>
  new RegExp(`(?:^|\\D)${building}(?:栋|[-—–#])${unit}(?:单元|[-—–#])${literally(plain(room))}(?!\\d)`).test(words) ||
  new RegExp(`(?:^|\\D)${building}栋${literally(plain(room))}(?!\\d)`).test(words);

/** A surname, of one character or of two. */
const called = (name: string): string[] =>
  [plain(name).slice(0, 1), ...(name.length > 3 ? [plain(name).slice(0, 2)] : [])].filter((one) => /^\p{Script=Han}+$/u.test(one));

/** What in a bulletin tells whose complaint it was, in words that follow 里不能有; null where nothing does (C7, readings 18). */
export function tellsWho(words: string, { names, phoneLast4, homes, number }: Complainant): string | null {
  const text = plain(words);
  const known = names.filter((name) => name.length > 1);
  if (known.some((name) => text.includes(plain(name)))) return '投诉人的姓名';
  if (
    known.some((name) =>
      called(name).some((one) =>
        new RegExp(`${literally(one)}${HONOURED}|[老小]${literally(one)}|${literally(one)}某|姓${literally(one)}`).test(text),
      ),
    )
  )
    return '投诉人的姓';
  const figures = text.replace(/[-—–]/g, '');
  if (MOBILE.test(figures) || (phoneLast4 !== null && new RegExp(`(?:^|\\D)${phoneLast4}(?!\\d)`).test(figures))) return '电话号码';
  if (homes.some((home) => namesHome(text, home))) return '投诉人的房号';
  return text.includes(plain(number)) ? '投诉的编号' : null;
}
