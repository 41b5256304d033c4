import { Problem } from '../../../../shared/kernel/problem.ts';
import { Refusal } from '../../kernel/parts/Refusal.tsx';

/** The field that is missing, by name; any other refusal as it is. */
export function Missing({ refused }: { refused: unknown }) {
  const first = refused instanceof Problem ? refused.errors?.[0] : undefined;
  return <Refusal refused={refused} kept="写好的话和照片都还在" {...(first ? { lead: `还差一步：${first.message}` } : {})} />;
}
