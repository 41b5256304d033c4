import { useEffect, useState } from 'react';
import type { HeldShot } from '../../../shared/queue/queue.ts';
import { keep, kept, namesKept } from './keep.ts';
import { newKey } from './send.ts';
import { dropShot, layDown, takeUp, unlaid } from './shelf.ts';
import type { Note, Shot, Upload } from './shots.ts';

/** Words being written, kept on the phone until they are sent; `forget` is for a page about to close. */
export function useDraft(name: string): [words: string, write: (words: string) => void, forget: () => void] {
  const [words, setWords] = useState(() => kept(`draft.${name}`));
  return [
    words,
    (next) => {
      setWords(next);
      keep(`draft.${name}`, next);
    },
    () => keep(`draft.${name}`, ''),
  ];
}

/** What was chosen in a form or lies beside it; `otherwise` where there is nothing, or nothing that can be read. */
export function draftOf<T>(name: string, otherwise: T): T {
  try {
    return (JSON.parse(kept(`draft.${name}`) || 'null') as T | null) ?? otherwise;
  } catch {
    return otherwise;
  }
}

/** What was chosen in a form, kept like its words; `forget` is for a page about to close. */
export function useDraftChoice<T>(name: string, first: T): [chosen: T, choose: (chosen: T) => void, forget: () => void] {
  const [chosen, setChosen] = useState<T>(() => draftOf(name, first));
  return [
    chosen,
    (next) => {
      setChosen(next);
      keep(`draft.${name}`, JSON.stringify(next));
    },
    () => keep(`draft.${name}`, ''),
  ];
}

/** A photo chosen, where it can be seen and where it lies. */
export type DraftShot = Omit<HeldShot, 'type'> & Shot;
/** A voice note spoken, where it can be heard and where it lies. */
type DraftNote = HeldShot & Note;
type Laid = DraftShot | DraftNote;

const isNote = (one: Pick<HeldShot, 'type'>): one is DraftNote => one.type === 'audio/mpeg';

const SHOTS = '-shots';
const THERE = '-there';
// Its place too, once it has one: under its key it was sent with that.
const heldShot = ({ key, name, bytes, type, position, seconds }: HeldShot): HeldShot => ({
  key,
  name,
  bytes,
  type,
  ...(position === undefined ? {} : { position }),
  ...(seconds === undefined ? {} : { seconds }),
});

/** Writes down which photos belong to a draft. */
export const keepDraftShots = (name: string, shots: readonly HeldShot[]) =>
  keep(`draft.${name}${SHOTS}`, shots.length > 0 ? JSON.stringify(shots.map(heldShot)) : '');

/** Adds photos to those of a draft. */
export const addDraftShots = (name: string, shots: readonly HeldShot[]) =>
  keepDraftShots(name, [...draftOf<HeldShot[]>(`${name}${SHOTS}`, []), ...shots]);

/** Adds photos that are at the server already, by their ids. */
export function addDraftThere(name: string, photoIds: readonly string[]): void {
  if (photoIds.length > 0) keep(`draft.${name}${THERE}`, JSON.stringify([...draftOf<string[]>(`${name}${THERE}`, []), ...photoIds]));
}

/** Takes the photos of a draft that are at the server already: they are the draft's no more. */
export function takeDraftThere(name: string): string[] {
  const photoIds = draftOf<string[]>(`${name}${THERE}`, []);
  keep(`draft.${name}${THERE}`, '');
  return photoIds;
}

/** What lies on the shelf for drafts. */
export const namesOfDraftShots = (): string[] =>
  namesKept('draft.')
    .filter((name) => name.endsWith(SHOTS))
    .flatMap((name) => draftOf<HeldShot[]>(name.slice('draft.'.length), []).map((shot) => shot.name));

const lay = async <One extends { path: string }>(one: One) => {
  const key = newKey();
  return { ...one, key, name: (await layDown(one.path, key)) ? key : unlaid(one.path) };
};

/** Photos chosen and a voice note spoken but not sent: they outlive the page. `forget` leaves the files to whoever sends them. */
export function useDraftShots(name: string) {
  const [laid, setLaid] = useState<Laid[]>([]);
  useEffect(() => {
    const before = draftOf<HeldShot[]>(`${name}${SHOTS}`, []);
    Promise.all(before.map(async (shot) => ({ ...shot, path: (await takeUp(shot.name)) ?? '' }) as Laid)).then(
      (found) => setLaid((now) => [...found.filter((one) => one.path), ...now]),
      () => undefined,
    );
  }, [name]);
  const change = (next: Laid[]) => {
    for (const gone of laid.filter((one) => !next.some((other) => other.path === one.path))) dropShot(gone.name);
    setLaid(next);
    keepDraftShots(name, next);
  };
  const shots = laid.filter((one): one is DraftShot => !isNote(one));
  const note = laid.find(isNote) ?? null;
  return {
    shots,
    note,
    /** Takes the photos as they now are: new ones are laid down, those missing are dropped. */
    take: async (next: readonly (Shot | DraftShot)[]) =>
      change([...(await Promise.all(next.map((one) => ('name' in one ? one : lay(one))))), ...laid.filter(isNote)]),
    /** Takes the voice note as it now is: one, or none. */
    speak: async (next: Note | null) => change([...shots, ...(next ? [{ ...(await lay(next)), type: 'audio/mpeg' as const }] : [])]),
    /** Photos first, in the order they were chosen. */
    held: [...shots, ...(note ? [note] : [])].map(heldShot),
    forget: () => keep(`draft.${name}${SHOTS}`, ''),
  };
}

/** Takes up the photos of a draft, for a page that sends them itself: they are the draft's no more. */
export async function takeDraftShots(name: string): Promise<DraftShot[]> {
  const before = draftOf<Omit<DraftShot, 'path'>[]>(`${name}${SHOTS}`, []);
  keep(`draft.${name}${SHOTS}`, '');
  const found = await Promise.all(before.map(async (shot) => ({ ...shot, path: (await takeUp(shot.name)) ?? '' })));
  return found.filter((one) => one.path);
}

/** Lays photos down that did not get through, under their own keys: what arrived of them after all is found again. */
export const layDownShots = (unsent: readonly Upload[]): Promise<HeldShot[]> =>
  Promise.all(
    unsent.map(async ({ key, path, bytes, type, position }) => ({
      key,
      name: (await layDown(path, key)) ? key : unlaid(path),
      bytes,
      type,
      position,
    })),
  );
