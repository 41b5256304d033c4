import { mkdirSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { type Browser, type BrowserContext, chromium, type FileChooser, type Locator, type Page } from 'playwright-core';
import { createApp } from '../../api/app.ts';
import { lookAfter } from '../../api/caretaking.ts';
import { offerCode } from '../../api/company/set-up.ts';
import type { House } from '../../api/context.ts';
import { connect } from '../../db/connect.ts';
import { openDemoClock } from '../../host/demo/clock.ts';
import { mountDemo } from '../../host/demo/mount.ts';
import { minutesAfter } from '../../shared/kernel/time.ts';
import { morningFrom } from '../support/morning.ts';
import { openWorld } from '../support/world.ts';

export const SHOTS = path.resolve('dist/screenshots');
const PAGES = 'dist/demo/h5';

/** The whole house behind a real address, with the demo's sign-in and clock, on a database of its own. */
export interface Stage {
  address: string;
  house: House;
  browser: Browser;
  /** Somebody's own phone, signed in through the sign-in page. */
  enter(name: string, options?: { large?: boolean }): Promise<Actor>;
  /** The same phone, opened once more: what it kept is there, what a page had in mind is not. */
  reopen(one: Actor): Promise<Actor>;
  /** Lets minutes pass while nobody looks after promises; the demo's own button looks at each step. */
  passes(minutes: number): void;
  /** Goes on to the next morning once it is past noon, sweep and all. */
  morning(): Promise<void>;
  looksAfter(): Promise<void>;
  /** Somebody's phone at the sign-in page: nobody is signed in. */
  arrive(name: string): Promise<Actor>;
  /** The code that begins a company, as the migration prints it. */
  offerSetUp(): Promise<string>;
  close(): Promise<void>;
}

/** One person at one phone. */
export interface Actor {
  name: string;
  page: Page;
  context: BrowserContext;
  /** The visible element with this id on the page shown; pages left behind stay in the document. */
  at(id: string): Locator;
  tap(id: string): Promise<void>;
  /** Types into a field of the page shown. */
  write(id: string, text: string): Promise<void>;
  sees(text: string | RegExp): Promise<void>;
  opens(hash: string): Promise<void>;
  photo(id: string, count?: number): Promise<void>;
  shot(name: string): Promise<void>;
}

const A_PICTURE = path.resolve('host/demo/result.png');

/** The page of this address, drawn: what is opened while another is still on its way may be left behind it. */
const shows = (page: Page, hash: string): Locator => page.locator(`[id^="${hash.split('?')[0]}"] .screen:visible`).first();

/** Taps until the phone asks for files: what is still being drawn may move under a finger. */
async function chooserBehind(page: Page, button: Locator): Promise<FileChooser> {
  for (let left = 4; left > 0; left -= 1) {
    const asked = page.waitForEvent('filechooser', { timeout: 5_000 }).catch(() => null);
    await button.click();
    const chooser = await asked;
    if (chooser) return chooser;
  }
  throw new Error(`no files asked for at ${page.url()}`);
}

/** A page that is neither left behind nor on its way out: while the next slides in, two are visible, and the upper one is meant. */
const ON_STAGE = '.taro_page:not(.taro_page_shade):not([style*="z-index"])';
const TOP = `${ON_STAGE}:not(:has(~ ${ON_STAGE}))`;

function actor(name: string, context: BrowserContext, page: Page, address: string): Actor {
  const at = (id: string) => page.locator(`${TOP} [id="${id}"]:visible`).first();
  return {
    name,
    page,
    context,
    at,
    tap: async (id) => {
      await at(id).click();
    },
    write: async (id, text) => {
      await at(id).locator('textarea, input').first().fill(text);
    },
    sees: async (text) => {
      await page.getByText(text).filter({ visible: true }).first().waitFor({ timeout: 15_000 });
    },
    opens: async (hash) => {
      await page.goto(`${address}/#${hash}`);
      await page.waitForLoadState('networkidle');
      // It may lead on to another page.
      await shows(page, hash)
        .waitFor({ timeout: 3_000 })
        .catch(() => undefined);
    },
    photo: async (id, count = 1) => {
      await (await chooserBehind(page, at(id))).setFiles(Array.from({ length: count }, () => A_PICTURE));
    },
    shot: async (file) => {
      await page.waitForTimeout(400);
      await page.screenshot({ path: path.join(SHOTS, `${file}.png`) });
    },
  };
}

/** Opens the stage. @param chromiumPath the browser to drive; @param isEmpty nobody is there yet: no company, no home */
export async function openStage(chromiumPath: string, isEmpty = false): Promise<Stage> {
  mkdirSync(SHOTS, { recursive: true });
  const world = await openWorld(isEmpty);
  const clock = openDemoClock(path.join(mkdtempSync(path.join(os.tmpdir(), 'huiyin-clock-')), 'clock.json'));
  const { idsBy } = await import('../../api/context.ts');
  const { openPasses } = await import('../../api/identity/passes.ts');
  const { openTokens } = await import('../../api/identity/tokens.ts');
  const { SECRETS } = await import('../support/world.ts');
  const house: House = {
    ...world.house,
    clock: clock.now,
    newId: idsBy(clock.now),
    tokens: await openTokens(SECRETS.TOKEN_SECRET, clock.now, 30 * 24 * 60),
    passes: await openPasses(SECRETS.TOKEN_SECRET, clock.now),
    later: (work) => void setImmediate(() => void work()),
    report: (what, error) => console.error(what, error),
  };
  const app = new Hono();
  mountDemo(app, house, clock, {}, '127.0.0.1');
  app.route('/', createApp(house));
  app.use('/*', serveStatic({ root: PAGES }));
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise<void>((resolve) => (server.listening ? resolve() : server.once('listening', () => resolve())));
  const address = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const phoneOf = async (name: string): Promise<Actor> => {
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      deviceScaleFactor: 2,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      hasTouch: true,
    });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    page.on('pageerror', (error) => console.error(`${name}: ${error.message}`));
    return actor(name, context, page, address);
  };
  return {
    address,
    house,
    browser,
    arrive: async (name) => {
      const one = await phoneOf(name);
      await one.page.goto(`${address}/#/pages/sign-in/index`);
      return one;
    },
    offerSetUp: async () => {
      const owner = connect(world.urls.owner, { max: 1 });
      return offerCode(owner.db, house)
        .then((offer) => offer!.code)
        .finally(owner.close);
    },
    enter: async (name, options = {}) => {
      const one = await phoneOf(name);
      const { page } = one;
      await page.goto(`${address}/#/pages/sign-in/index`);
      await page.getByText(name, { exact: true }).first().click();
      await page.waitForURL(/pages\/home/);
      await page.waitForLoadState('networkidle');
      await shows(page, '/pages/home/index').waitFor();
      if (options.large) await one.tap('large');
      return one;
    },
    reopen: async ({ name, context }) => {
      const page = await context.newPage();
      page.on('pageerror', (error) => console.error(`${name}: ${error.message}`));
      return actor(name, context, page, address);
    },
    passes: (minutes) => clock.moveTo(minutesAfter(clock.now(), minutes)),
    morning: async () => {
      const now = clock.now();
      const morning = morningFrom(now);
      if (morning.getTime() === now.getTime()) return;
      clock.moveTo(morning);
      await lookAfter(house);
    },
    looksAfter: async () => {
      await lookAfter(house);
    },
    close: async () => {
      await browser.close();
      server.close();
      await world.close();
    },
  };
}
