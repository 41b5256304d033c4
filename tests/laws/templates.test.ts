import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { PEOPLE } from '../../db/seeds/company.ts';
import { fillTemplate, previewOf, quietNumber, TEMPLATES, templateFor } from '../../shared/messages/templates.ts';
import { TICKET_EVENTS } from '../../shared/tickets/ticket.ts';
import { text } from '../support/arbitraries.ts';

const AT = new Date('2026-03-02T01:05:00Z');

/** Whatever a message would say that is not a number, a phrase of its row, or a moment. */
function leaks(fields: Record<string, string>, phrases: readonly string[]): string[] {
  const fits: Record<string, (value: string) => boolean> = {
    character_string: (value) => /^\d{6}-\d{3,6}$/.test(value),
    phrase: (value) => phrases.includes(value) && /^\p{Script=Han}{1,5}$/u.test(value),
    time: (value) => /^20\d\d年\d{1,2}月\d{1,2}日 \d\d:\d\d$/.test(value),
  };
  return Object.entries(fields)
    .filter(([name, value]) => !fits[name.replace(/\d+$/, '')]?.(value))
    .map(([name, value]) => `${name}: ${value}`);
}

describe('what a message can say', () => {
  test('of every event: a number, a phrase of the row, a moment; nothing anybody wrote, no name, no home, no kind of matter', () => {
    for (const row of TEMPLATES)
      for (const did of TICKET_EVENTS)
        expect(leaks(fillTemplate(row, { number: 'WT-BX-261121-007', did, at: AT }), Object.values(row.phrases))).toEqual([]);
    expect(leaks({ phrase2: '王秀兰' }, ['有新进展'])).toHaveLength(1);
    expect(leaks({ thing1: '漏水' }, ['漏水'])).toHaveLength(1);
    expect(fillTemplate(TEMPLATES[0]!, { number: 'WT-BX-261121-007', did: 'said', at: AT })).toEqual({
      character_string1: '261121-007',
      phrase2: '有新留言',
      time3: '2026年3月2日 09:05',
    });
  });

  test('a complaint looks like a repair', () => {
    const said = (number: string) => fillTemplate(TEMPLATES[0]!, { number, did: 'agreed', at: AT });
    expect({ ...said('WT-TS-261121-4821'), character_string1: '' }).toEqual({ ...said('WT-BX-261121-007'), character_string1: '' });
    for (const number of ['WT-TS-261121-4821', 'HT-BX-261121-007']) expect(quietNumber(number)).not.toMatch(/[A-Z]/);
    const said2 = TEMPLATES.flatMap((row) => Object.values(row.phrases)).join();
    expect(said2).not.toMatch(/投诉|报修|维修|修|赔|师傅|家/);
  });

  test('whatever is put into an event, nothing of it gets out', () => {
    fc.assert(
      fc.property(text, text, (number, did) => {
        for (const row of TEMPLATES) expect(leaks(fillTemplate(row, { number, did, at: AT }), Object.values(row.phrases))).toEqual([]);
      }),
      { seed: 20_260_321, numRuns: 500 },
    );
  });

  test('what is reviewed is all that can be said, and every reader has a template', () => {
    for (const row of TEMPLATES) {
      for (const phrase of Object.values(row.phrases)) expect(previewOf(row)).toContain(phrase);
      for (const { name } of PEOPLE) expect(previewOf(row)).not.toContain(name);
    }
    expect([templateFor('finished', 'resident'), templateFor('arrived', 'resident'), templateFor('finished', 'colleague')]).toEqual([
      'needs_you',
      'progress',
      'colleagues',
    ]);
  });
});
