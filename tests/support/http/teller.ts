import { sql } from 'drizzle-orm';
import { type Client, createClient } from '../../../shared/contract/client.ts';
import { DOORS } from '../../../shared/contract/doors.ts';
import { API, type Api } from '../../../shared/contract/index.ts';
import type { Told } from '../deeds.ts';
import { A_PHOTO } from '../media.ts';
import type { World } from '../world.ts';

/** What a photo or a recording is sent by. */
export interface Upload {
  url: string;
  fields: Record<string, string>;
}

export type PhotoPurpose = 'report' | 'result' | 'message';

/** How a world is asked: by whom, over what. */
export interface Line {
  world: World;
  /** The typed client of somebody, over the real app. Every answer is held against the contract. */
  client(name: string): Client<Api>;
  /** A raw request as somebody, or as nobody. */
  fetch(name: string | null, path: string, init?: RequestInit): Promise<Response>;
  personId(name: string): Promise<string>;
  homeId(label: string): Promise<string>;
  officeId(letters: string): Promise<string>;
  /** Sends bytes by a form. */
  sends(upload: Upload, bytes?: Uint8Array): Promise<void>;
  /** One finished photo of this person. */
  photo(name: string, ticket: Told, purpose: PhotoPurpose): Promise<string>;
}

/** Somebody who asks. */
export interface Teller extends Pick<Line, 'world' | 'personId' | 'homeId' | 'officeId'> {
  name: string;
  api: Client<Api>;
  photo(ticket: Told, purpose: PhotoPurpose): Promise<string>;
}

export const tellerOn = ({ world, client, personId, homeId, officeId, photo }: Line, name: string): Teller => ({
  world,
  personId,
  homeId,
  officeId,
  name,
  api: client(name),
  photo: (ticket, purpose) => photo(name, ticket, purpose),
});

const NAMED = { people: 'name', homes: 'label', offices: 'letters' } as const;

async function idOf(world: World, table: keyof typeof NAMED, value: string): Promise<string> {
  const [row] = await world.house.db.execute<{ id: string }>(
    sql`select id from ${sql.identifier(table)} where ${sql.identifier(NAMED[table])} = ${value}`,
  );
  if (!row) throw new Error(`nothing among ${table} is called ${value}`);
  return row.id;
}

async function fetchAs(world: World, id: string | null, path: string, init: RequestInit): Promise<Response> {
  const headers = new Headers(init.headers);
  // Time jumps in a story, and a token lives two hours: sign in afresh.
  if (id) headers.set('authorization', `Bearer ${await world.house.tokens.sign(id)}`);
  const answer = await world.app.fetch(new Request(`http://house/api${path}`, { ...init, headers }));
  await world.settleLater();
  return answer;
}

const routeOf = (method: string, url: string) =>
  Object.values(API).find((one) => one.method === method && new RegExp(`^${one.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(url.split('?')[0]!));

export function lineTo(world: World): Line {
  let taps = 0;
  const personId = (name: string) => idOf(world, 'people', name);
  const fetch: Line['fetch'] = async (name, path, init = {}) => fetchAs(world, name ? await personId(name) : null, path, init);
  const client = (name: string): Client<Api> =>
    createClient<Api>(DOORS, async ({ method, url, body, key }) => {
      taps += 1;
      const answer = await fetch(name, url, {
        method,
        headers: { 'idempotency-key': key ?? `tap-${taps}-${process.pid}`, ...(body ? { 'content-type': 'application/json' } : {}) },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      const answered = await answer.json();
      if (answer.status === 200) routeOf(method, url)?.response.parse(answered);
      return { status: answer.status, body: answered };
    });
  const sends: Line['sends'] = async (upload, bytes = A_PHOTO) => {
    const form = new FormData();
    for (const [field, value] of Object.entries(upload.fields)) form.set(field, value);
    form.set('file', new Blob([bytes as unknown as ArrayBuffer]), 'file');
    const sent = await fetch(null, upload.url.replace(/^\/api/, ''), { method: 'POST', body: form });
    if (sent.status !== 204) throw new Error(`upload answered ${sent.status} ${await sent.text()}`);
  };
  const photo: Line['photo'] = async (name, ticket, purpose) => {
    const api = client(name);
    const { photoId, upload } = await api.addPhoto({ id: ticket.id, purpose, type: 'image/jpeg', bytes: A_PHOTO.length });
    await sends(upload);
    await api.finalisePhoto({ id: photoId });
    return photoId;
  };
  const homeId = (label: string) => idOf(world, 'homes', label);
  const officeId = (letters: string) => idOf(world, 'offices', letters);
  return { world, client, fetch, personId, homeId, officeId, sends, photo };
}
