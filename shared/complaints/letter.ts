import { sayFullMoment } from '../kernel/time.ts';

interface Letter {
  name: string;
  number: string;
  receivedAt: Date;
  /** Not finished: what is known so far. */
  isInterim: boolean;
}

/** C5: what a written reply says, to be filled in: what was found, what is done, what keeps it from happening again. */
export function letterFor({ name, number, receivedAt, isInterim }: Letter): string {
  const opening = `${name}您好：\n您${sayFullMoment(receivedAt)}反映的事（${number}），谢谢您告诉我们，给您添麻烦了，对不起。`;
  return isInterim
    ? `${opening}\n一、现在查到：\n二、还要查：\n三、什么时候正式答复您：见下面的时间。`
    : `${opening}\n一、我们查明：\n二、已经这样处理：\n三、以后这样避免：\n您满意了，这件事才算完；还有不满意的地方，请点“还没解决”。`;
}
