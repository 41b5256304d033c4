import { headsServiceCentre, RELATION_HOLDERS } from '../kernel/people.ts';
import { refuseField } from '../kernel/problem.ts';

/** What a canned reply may leave to be filled in from the ticket, and what stands for it. */
export const REPLY_VARIABLES = {
  称呼: '住户的姓名',
  房号: '哪栋哪单元哪户',
  师傅: '派去的师傅',
  约定时间: '答应住户的最近一个时间',
  报修号: '这一件的编号',
  服务中心: '服务中心的名字和电话',
} as const;

export type ReplyVariable = keyof typeof REPLY_VARIABLES;

/** Who writes an office's canned replies, beside the posts that read them. */
export const REPLY_WRITERS = { by: ['serviceCentreHead', 'director'], clause: 'I15', since: '2026-01-01' } as const;

/** Whether a post may write the canned replies of its office. */
export function mayWriteReplies(post: { role: string; department: string | null }): boolean {
  return REPLY_WRITERS.by.some((by) => (by === 'director' ? RELATION_HOLDERS.director(post) : headsServiceCentre(post)));
}

const BRACES = /[{｛]([^{}｛｝]*)[}｝]/g;
const isKnown = (name: string): name is ReplyVariable => name in REPLY_VARIABLES;
const namesIn = (body: string): string[] => [...body.matchAll(BRACES)].map((match) => match[1]!.trim());

/** @throws Problem `request/invalid` naming what nobody could fill in */
export function checkReply(body: string): string {
  const unknown = namesIn(body).find((name) => !isKnown(name));
  if (unknown !== undefined)
    throw refuseField(
      'body',
      `没有“{${unknown.slice(0, 20)}}”这一项，可以用${Object.keys(REPLY_VARIABLES)
        .map((name) => `{${name}}`)
        .join('')}`,
    );
  return body;
}

/** A canned reply filled in from a ticket; what is not known yet stays as it stands, for whoever sends it. */
export function fillReply(body: string, values: Partial<Record<ReplyVariable, string | null>>): string {
  return body.replace(BRACES, (whole, name: string) => values[name.trim() as ReplyVariable] ?? whole);
}

/** What is still to be filled in: never sent to a resident as it stands. */
export const unfilled = (words: string): ReplyVariable[] => [...new Set(namesIn(words).filter(isKnown))];
