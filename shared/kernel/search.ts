/**
 * Text as search sees it: full-width and half-width the same (NFKC), lower case, letters and digits of any script only.
 * Spaces, punctuation and pictures are dropped, so `B 区` is found by `b区`.
 */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * Every two characters that stand side by side, each once: 漏水管 → 漏水, 水管. Letters and digits go by the same rule, so parts of a word are found too.
 */
export function pairsOf(text: string): string[] {
  const characters = [...normalise(text)];
  return [...new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`))];
}

/** Characters that stand in a great many words said to a service centre. */
const COMMON = new Set('的了不在是有我一这个就都也还要来去到上下里家门水管漏坏修师傅电灯看好没请人今天明天约时间0123456789');

const commonIn = (pair: string) => [...pair].filter((character) => COMMON.has(character)).length;

/** The pairs with the one that looks rarest first: walked, it leaves the fewest candidates to look at. */
export function rarestFirst(pairs: readonly string[]): string[] {
  return [...pairs].sort((a, b) => commonIn(a) - commonIn(b));
}
