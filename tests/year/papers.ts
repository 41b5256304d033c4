import { LETTER_COPIES, LETTER_FROM_NAMES } from '../../shared/errands/letter.ts';
import { EXCHANGE_KINDS, type ExchangeKind } from '../../shared/exchange/kinds.ts';
import { DAY, HOUR, isoDay } from '../../shared/kernel/time.ts';
import type { Action } from '../../shared/tickets/actions.ts';
import { QUALITY, WUTONGLI } from './cast.ts';
import type { Chance } from './chance.ts';
import type { Stage } from './turns.ts';

/** Who answers letters of 梧桐里, and who keeps its book. */
const HEADS = ['郭卫东', '罗芳', '周敏', WUTONGLI.head, WUTONGLI.director] as const;
const DESK = [...WUTONGLI.agents, WUTONGLI.director, ...QUALITY] as const;
/** What came from outside anybody may notice. */
const ANYBODY = [...HEADS, ...WUTONGLI.technicians, '韩梅', '曹阳', QUALITY[1]] as const;

/** A letter that waits for an answer: with whom it is, and who registered it. */
interface Waiting {
  holder: string;
  giver: string;
}

/** Letters that come in, and what is worth knowing, from inside and outside (D6, D8, I14). Its luck is its own. */
export function papersOf(stage: Stage, luck: Chance, words: (text: string) => string) {
  const { as, plan, tries, personId, acknowledged } = stage;
  const letters = new Map<string, Waiting>();
  const outside = new Set<string>();
  const notices = new Map<string, string>();
  const ahead = (hours: number) => new Date(stage.now().getTime() + hours * HOUR).toISOString();
  const typed = (id: string, ...texts: string[]) =>
    acknowledged.typed.push(...texts.map((text) => ({ ticketId: id, action: 'note' as Action, text })));
  const some = <T>(all: readonly T[], most: number): T[] => [...new Set(Array.from({ length: luck.between(1, most) }, () => luck.pick(all)))];

  async function letterComes(): Promise<void> {
    const giver = luck.pick(DESK);
    const holder = luck.pick(HEADS);
    const [sender, subject] = [words('某某街道'), words('请书面答复')];
    const isImportant = luck.happens(0.4);
    const copies = isImportant ? some(LETTER_COPIES, 3) : [];
    await tries(async () => {
      const { offices } = await as(giver).errandUnits({});
      const { id } = await as(giver).registerLetter({
        officeId: offices.find((one) => one.name === '梧桐里')!.id,
        from: luck.pick(LETTER_FROM_NAMES),
        sender,
        receivedOn: isoDay(new Date(stage.now().getTime() - luck.between(0, 9) * DAY)),
        subject,
        holder: personId(holder),
        ...(luck.happens(0.3) ? { answerBy: ahead(luck.between(20, 200)) } : {}),
        important: isImportant,
        copies,
      });
      typed(id, sender, subject);
      acknowledged.letters.push({ id, copies });
      letters.set(id, { holder, giver });
      plan(luck.between(4, 260) * HOUR, () => letterTurn(id));
    });
  }

  /** Copied to others too, by whoever answers for it. */
  async function copies(id: string, holder: string): Promise<void> {
    const to = some(LETTER_COPIES, 2);
    if (await tries(() => as(holder).copyLetter({ id, copies: to }))) acknowledged.letters.find((one) => one.id === id)!.copies.push(...to);
  }

  async function ends(id: string, { holder, giver }: Waiting): Promise<void> {
    const text = words('这样答复了');
    const how = luck.roll();
    const isTaken = await tries(() => {
      if (how < 0.07) return as(giver).withdrawErrand({ id, words: text });
      return how < 0.4 ? as(holder).fileLetter({ id, words: text }) : as(holder).answerLetter({ id, words: text });
    });
    if (!isTaken) return void plan(DAY, () => letterTurn(id));
    typed(id, text);
    letters.delete(id);
    if (luck.happens(0.2)) plan(luck.between(1, 40) * HOUR, () => copies(id, holder));
  }

  /** Whoever answers for a letter answers it, files it, or sees that it goes to another. */
  async function letterTurn(id: string): Promise<void> {
    const waiting = letters.get(id);
    if (!waiting) return;
    const roll = stage.isOver() ? 1 : luck.roll();
    if (roll > 0.3) return ends(id, waiting);
    if (roll < 0.15) await copies(id, waiting.holder);
    else {
      const next = luck.pick(HEADS.filter((name) => name !== waiting.holder));
      if (await tries(() => as(waiting.holder).handErrandOn({ id, holder: personId(next) }))) letters.set(id, { ...waiting, holder: next });
    }
    plan(luck.between(4, 90) * HOUR, () => letterTurn(id));
  }

  /** Something is worth knowing; what came from outside goes to the quality department. */
  async function isNoted(): Promise<void> {
    const { code, outside: isOutside } = luck.pick(EXCHANGE_KINDS);
    const name = luck.pick(isOutside ? ANYBODY : HEADS);
    const [title, text] = [words('有个通知'), words('内容如下')];
    const receivedAt = new Date(stage.now().getTime() - luck.between(0, 60) * HOUR).toISOString();
    const kept = { source: '某处', title, words: text, outcome: '', department: 'engineering' as const, holdsFrom: null };
    await tries(async () => {
      const { id } = await as(name).noteExchange({ kind: code as ExchangeKind, receivedAt, ...kept });
      acknowledged.entries.push({ id, outside: isOutside, versions: 1, texts: [title, text] });
      if (isOutside) {
        outside.add(id);
        plan(luck.between(3, 160) * HOUR, () => qualityTurn(id));
      }
      if (luck.happens(0.4)) plan(luck.between(5, 200) * HOUR, () => amends(name, id, isOutside));
    });
  }

  /** It is put right, or what became of it is written down. */
  async function amends(name: string, id: string, isOutside: boolean): Promise<void> {
    const entry = acknowledged.entries.find((one) => one.id === id)!;
    const now = await as(name).exchange({ id });
    const text = words('后来这样');
    const { source, title, department, holdsFrom, version } = now;
    const next = { source, title, department, holdsFrom, words: isOutside ? text : now.words, outcome: isOutside ? '' : text };
    if (await tries(() => as(name).amendExchange({ id, version, ...next }))) {
      entry.versions += 1;
      entry.texts.push(text);
    }
  }

  /** The quality department gives out what came from outside, or sees that nobody needs to be told (D8). */
  async function qualityTurn(id: string): Promise<void> {
    const name = luck.pick(QUALITY);
    if (outside.has(id) && luck.happens(0.3)) {
      const why = words('与各部门无关');
      if (await tries(() => as(name).setAsideExchange({ id, words: why }))) {
        typed(id, why);
        outside.delete(id);
        return;
      }
    }
    await givesOut(name, id);
    if (!stage.isOver() && luck.happens(0.2)) plan(luck.between(5, 90) * HOUR, () => givesOut(name, id));
  }

  async function givesOut(name: string, id: string): Promise<void> {
    const { offices } = await as(name).exchangeUnits({ id });
    const left = offices.flatMap((office) => office.units.filter((one) => !one.told).map(({ department }) => ({ officeId: office.id, department })));
    if (left.length === 0) return;
    const units = some(left, 3);
    if (await tries(() => as(name).distributeExchange({ id, units, answerBy: ahead(luck.between(10, 120)), words: '请传达到人' })))
      outside.delete(id);
    for (const { errandId, holderName, answeredAt } of (await as(name).exchange({ id })).notices) {
      if (answeredAt !== null || notices.has(errandId)) continue;
      notices.set(errandId, holderName);
      plan(luck.between(3, 150) * HOUR, () => unitTurn(errandId, name));
    }
  }

  /** A unit says what it did with it; now and then it is taken back before. */
  async function unitTurn(id: string, quality: string): Promise<void> {
    const text = words('传达到人了');
    const holder = notices.get(id)!;
    const isTaken = await tries(() =>
      luck.happens(0.1)
        ? as(quality).withdrawErrand({ id, words: text })
        : as(holder).answerNotice({ id, how: luck.pick(['told', 'acted', 'not_ours'] as const), words: text }),
    );
    if (isTaken) {
      notices.delete(id);
      typed(id, text);
    } else plan(DAY, () => unitTurn(id, quality));
  }

  return {
    begins(at: (what: () => Promise<void>) => void): void {
      if (luck.happens(0.09)) at(letterComes);
      if (luck.happens(0.12)) at(isNoted);
    },
    worksOff(): void {
      for (const id of letters.keys()) plan(luck.between(1, 30) * HOUR, () => letterTurn(id));
      for (const id of outside) plan(luck.between(1, 30) * HOUR, () => qualityTurn(id));
    },
  };
}
