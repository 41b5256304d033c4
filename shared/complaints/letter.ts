import { sayFullMoment } from '../kernel/time.ts';

interface Letter {
  name: string;
  number: string;
  receivedAt: Date;
  /** Not finished: what is known so far. */
  isInterim: boolean;
}

/** What a letter leaves to be written. */
const BLANKS = {
  interim: ['一、现在查到：', '二、还要查：'],
  formal: ['一、我们查明：', '二、已经这样处理：', '三、以后这样避免：'],
} as const;

/** C5: what a written reply says, to be filled in: what was found, what is done, what keeps it from happening again. */
export function letterFor({ name, number, receivedAt, isInterim }: Letter): string {
  const opening = `${name}您好：\n您${sayFullMoment(receivedAt)}反映的事（${number}），谢谢您告诉我们，给您添麻烦了，对不起。`;
  const [found, then, after] = isInterim ? BLANKS.interim : BLANKS.formal;
  return isInterim
    ? [opening, found, then].join('\n')
    : [opening, found, then, after, '您满意了，这件事才算完；还有不满意的地方，请点“还没解决”。'].join('\n');
}

/** The first line of the template after which nothing was written; null where there is none. */
export function leftBlank(words: string): string | null {
  const blanks: readonly string[] = [...BLANKS.interim, ...BLANKS.formal];
  return words.split('\n').find((line) => blanks.includes(line.trim())) ?? null;
}
