import { mkdtempSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { serve } from '@hono/node-server';
import { sql } from 'drizzle-orm';
import { createApp } from '../../api/app.ts';
import { lookAfter } from '../../api/caretaking.ts';
import { type House, idsBy } from '../../api/context.ts';
import { openTokens } from '../../api/identity/tokens.ts';
import { openWeChat } from '../../api/wechat/client.ts';
import { answerPush } from '../../api/wechat/push.ts';
import { PEOPLE } from '../../db/seeds/company.ts';
import { openDemoClock } from '../../host/demo/clock.ts';
import { type Client, createClient } from '../../shared/contract/client.ts';
import { DOORS } from '../../shared/contract/doors.ts';
import type { Api } from '../../shared/contract/index.ts';
import { minutesAfter } from '../../shared/kernel/time.ts';
import { morningFrom } from '../support/morning.ts';
import { openStandIn, type StandIn, WECHAT } from '../support/wechat.ts';
import { openWorld, SECRETS } from '../support/world.ts';
import { newPhone, type Phone } from './phone.ts';

const A_PICTURE = readFileSync('host/demo/result.png');

/** The whole house behind a real address on a database of its own, WeChat's servers played, and phones with the compiled app on them. */
export interface Stage {
  house: House;
  wechat: StandIn;
  /** Somebody's phone, with the app not yet opened; WeChat vouches for the number the company has registered. */
  phone(name: string): Promise<Phone>;
  /** Opens the app and signs in by 用微信登录, this phone's WeChat having been bound before. */
  signIn(phone: Phone): Promise<void>;
  /** Unties this phone's WeChat from its person. */
  unbinds(phone: Phone): Promise<void>;
  /** A colleague over the API, as their own client would ask. */
  client(name: string): Promise<Client<Api>>;
  /** One finished result photo. */
  photo(name: string, ticketId: string): Promise<string>;
  personId(name: string): Promise<string>;
  /** WeChat pushes its verdicts on every picture it was asked about. */
  judgesPictures(): Promise<void>;
  passes(minutes: number): void;
  looksAfter(): Promise<void>;
  close(): Promise<void>;
}

/** @param legal the address compiled into the app */
export async function openStage(legal: string): Promise<Stage> {
  const world = await openWorld();
  const clock = openDemoClock(path.join(mkdtempSync(path.join(os.tmpdir(), 'huiyin-clock-')), 'clock.json'));
  clock.moveTo(morningFrom(clock.now()));
  const wechat = await openStandIn(clock.now);
  const report: House['report'] = (what, error) => console.error(what, error);
  const underWay: Promise<void>[] = [];
  const house: House = {
    ...world.house,
    clock: clock.now,
    newId: idsBy(clock.now),
    tokens: await openTokens(SECRETS.TOKEN_SECRET, clock.now),
    wechat: openWeChat({ appId: WECHAT.appId, appSecret: WECHAT.appSecret, clock: clock.now, report, address: wechat.address }),
    push: { token: WECHAT.pushToken, key: WECHAT.pushKey, appId: WECHAT.appId },
    later: (work) =>
      void underWay.push(
        new Promise((done) =>
          setImmediate(() =>
            work()
              .catch((error) => report('after an answer', error))
              .then(done),
          ),
        ),
      ),
    report,
  };
  const server = serve({ fetch: createApp(house).fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise<void>((resolve) => (server.listening ? resolve() : server.once('listening', () => resolve())));
  const address = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  house.publicAddress = address;
  const phones: Phone[] = [];
  let taps = 0;

  async function personId(name: string): Promise<string> {
    const [row] = await house.db.execute<{ id: string }>(sql`select id from people where name = ${name}`);
    if (!row) throw new Error(`nobody is called ${name}`);
    return row.id;
  }

  const openidOf = (name: string) => `openid-${name}`;

  async function binds(name: string): Promise<void> {
    const at = house.clock().toISOString();
    await house.db.execute(
      sql`insert into wechat_accounts (id, openid, person_id, bound_at, seen_at)
          values (${house.newId()}, ${openidOf(name)}, ${await personId(name)}, ${at}, ${at}) on conflict do nothing`,
    );
  }

  async function client(name: string): Promise<Client<Api>> {
    const id = await personId(name);
    // Whose WeChat has not been here lately, their words cannot be checked and wait.
    await binds(name);
    await house.wechat?.signIn(wechat.loginCode(openidOf(name)));
    return createClient<Api>(DOORS, async ({ method, url, body, key }) => {
      taps += 1;
      const answer = await fetch(`${address}/api${url}`, {
        method,
        headers: {
          authorization: `Bearer ${await house.tokens.sign(id)}`,
          'content-type': 'application/json',
          'idempotency-key': key ?? `weapp-tap-${taps}-${process.pid}`,
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      return { status: answer.status, body: await answer.json() };
    });
  }

  return {
    house,
    wechat,
    client,
    personId,
    phone: async (name) => {
      const number = `1380000${6000 + PEOPLE.findIndex((person) => person.name === name)}`;
      const phone = newPhone({ owner: { name, openid: openidOf(name), number }, wechat, legal, leadsTo: address });
      phones.push(phone);
      return phone;
    },
    signIn: async (phone) => {
      await binds(phone.owner.name);
      await phone.open();
      await phone.arrivesAt('pages/sign-in/index');
      await phone.tap('wechat-sign-in');
      await phone.arrivesAt('pages/home/index');
    },
    unbinds: async ({ owner }) => {
      await house.db.execute(sql`update wechat_accounts set unbound_at = ${house.clock().toISOString()} where openid = ${owner.openid}`);
    },
    photo: async (name, ticketId) => {
      const api = await client(name);
      const { photoId, upload } = await api.addPhoto({ id: ticketId, purpose: 'result', type: 'image/png', bytes: A_PICTURE.length });
      const form = new FormData();
      for (const [field, value] of Object.entries(upload.fields)) form.set(field, value);
      form.set('file', new Blob([A_PICTURE], { type: 'image/png' }), 'result.png');
      const sent = await fetch(new URL(upload.url, address), { method: 'POST', body: form });
      if (!sent.ok) throw new Error(`the upload answered ${sent.status}`);
      await api.finalisePhoto({ id: photoId });
      return photoId;
    },
    judgesPictures: async () => {
      while (underWay.length > 0) await underWay.shift();
      for (const { traceId, suggest } of wechat.verdicts()) {
        const verdict = {
          MsgType: 'event',
          Event: 'wxa_media_check',
          appid: WECHAT.appId,
          trace_id: traceId,
          version: 2,
          errcode: 0,
          result: { suggest, label: 100 },
        };
        const { query, body } = wechat.push(verdict);
        const answer = await answerPush(house, new Request(`${address}/api/wechat?${query}`, { method: 'POST', body }));
        if (!answer.ok) throw new Error(`the push was answered ${answer.status}`);
      }
    },
    passes: (minutes) => clock.moveTo(minutesAfter(clock.now(), minutes)),
    looksAfter: async () => void (await lookAfter(house)),
    close: async () => {
      for (const phone of phones) await phone.close();
      (server as { closeAllConnections?: () => void }).closeAllConnections?.();
      server.close();
      while (underWay.length > 0) await underWay.shift();
      await wechat.close();
      await world.close();
    },
  };
}
