import { PROBLEMS, Problem } from '../../../shared/kernel/problem.ts';

/** A refusal's code; anything else thrown is ours. */
export const codeOf = (thrown: unknown): string => (thrown instanceof Problem ? thrown.code : 'server/bug');

/** It is not theirs, or not there: no further try would help, and what was shown before is shown no more. */
export const isShut = (thrown: unknown): boolean => thrown instanceof Problem && (thrown.status === 403 || thrown.status === 404);

/** What a refusal says and what to do next, in one sentence each. */
export function sayRefusal(thrown: unknown): { title: string; detail: string } {
  const known = thrown instanceof Problem && thrown.code in PROBLEMS;
  const title = PROBLEMS[known ? thrown.code : 'server/bug'].title;
  const fields = thrown instanceof Problem ? [...new Set((thrown.errors ?? []).map((one) => one.message))].join('；') : '';
  return { title: fields || title, detail: fields ? '' : known && thrown.detail !== title ? (thrown.detail ?? '') : '' };
}

/** What is wrong with one field, or undefined. */
export const wrongWith = (thrown: unknown, field: string): string | undefined =>
  thrown instanceof Problem ? thrown.errors?.find((one) => one.field === field)?.message : undefined;
