// One person's phone with WeChat on it, played: what `wx` answers, what its owner allows and chooses. What the app sends leaves over real HTTP.
import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import path from 'node:path';
import { A_VOICE } from '../support/media.ts';
import type { StandIn } from '../support/wechat.ts';
import { type DrawnPage, type Node, type Running, run } from './runtime.ts';

const PATIENCE_MILLISECONDS = 20_000;
const LOOK_EVERY_MILLISECONDS = 25;
/** At most so many templates may be asked about at once. */
const TEMPLATES_AT_ONCE = 3;
/** The id of the button by which the app's own dialog agrees. */
const AGREE_BUTTON = 'agree-privacy';
const STORAGE_VALUE_BYTES = 1024 * 1024;
/** Calls WeChat makes only once its owner agreed to the privacy guideline. */
const PRIVATE = new Set(['chooseImage', 'chooseMedia', 'getPhoneNumber', 'startRecord', 'setClipboardData']);

type Network = 'wifi' | 'none' | 'lost';

interface Callbacks {
  success?: (answer: Record<string, unknown>) => void;
  fail?: (answer: Record<string, unknown>) => void;
  complete?: (answer: Record<string, unknown>) => void;
}

type Asked<T> = T & Callbacks;

export interface Owner {
  name: string;
  openid: string;
  /** The number WeChat knows. */
  number: string;
}

export interface PhoneOptions {
  owner: Owner;
  wechat: StandIn;
  /** The address compiled into the app, which the console would know as a legal domain, and where it leads here. */
  legal: string;
  leadsTo: string;
}

/** What lies on a phone whether or not the app runs. */
interface Kept {
  storage: Map<string, string>;
  files: Map<string, Uint8Array>;
}

export interface Phone {
  owner: Owner;
  /** The app's own storage, as text. */
  storage: Map<string, string>;
  /** Opens the app, anew if it was open: what was in memory is gone, what was stored is there. */
  open(): Promise<void>;
  /** Where one is. */
  path(): Promise<string>;
  query(): Promise<Record<string, string>>;
  /** The element with this id on the page shown, once it is there. */
  at(id: string): Promise<Node>;
  /** Waits until there is none. */
  gone(id: string): Promise<void>;
  tap(id: string): Promise<void>;
  /** What is not there is not waited for. */
  tapIfThere(id: string): Promise<void>;
  /** Types into the field with this id. */
  write(id: string, words: string): Promise<void>;
  /** What stands in the field with this id. */
  written(id: string): Promise<string>;
  /** Waits until the page shown says so. */
  sees(words: string | RegExp): Promise<void>;
  /** All the page shown says, blanks taken out. */
  words(): Promise<string>;
  /** Waits until another page is shown. */
  arrivesAt(path: string): Promise<void>;
  back(): Promise<void>;
  pullDown(): Promise<void>;
  toTab(tab: 'home' | 'progress' | 'messages' | 'me'): Promise<void>;
  /** Addresses of `image` elements drawn, in order. */
  pictures(): Promise<string[]>;
  /** The bytes an `image` element would load. */
  load(url: string): Promise<{ status: number; type: string | null; bytes: Uint8Array }>;
  /** The album: what is chosen next, in order; nothing means turning back. */
  album: Uint8Array[];
  /** Presses a button with open-type getPhoneNumber; `allows` is the owner's answer to WeChat's own question. */
  pressPhoneNumber(id: string, allows?: boolean): Promise<void>;
  /** What the owner answers where WeChat asks itself. */
  answers: { privacy: 'agree' | 'disagree'; subscribe: 'accept' | 'reject' };
  /** Takes the phone off the network, or back on it; `lost`: what it sends arrives, and no answer comes back. */
  network(is: Network): void;
  /** What the app's own sandbox knows of `names`, by typeof, and whether it may make code out of a string. */
  sandbox(names: string[]): Promise<{ known: string[]; makesCode: boolean }>;
  /** What was called, by name, with what it was given: dialled numbers, templates asked about, toasts. */
  called(name: string): Record<string, unknown>[];
  /** Requests that left, as `METHOD /path`. */
  sent: string[];
  /** What the app complained of on its console. */
  complaints: string[];
  close(): Promise<void>;
}

const collapse = (text: string) => text.replace(/\s+/g, '');
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What a recorder writes of silence, by the format it is asked for. */
const SILENCE: Record<string, Uint8Array> = {
  aac: Uint8Array.from([0xff, 0xf1, 0x50, 0x80, 0x01, 0x3f, 0xfc, 0x21, 0x00, 0x49]),
  mp3: A_VOICE,
};

export function newPhone({ owner, wechat, legal, leadsTo }: PhoneOptions): Phone {
  const kept: Kept = { storage: new Map(), files: new Map() };
  const album: Uint8Array[] = [];
  const answers: Phone['answers'] = { privacy: 'agree', subscribe: 'accept' };
  const calls: { name: string; given: Record<string, unknown> }[] = [];
  const sent: string[] = [];
  const complaints: string[] = [];
  const happening = new EventEmitter();
  let network: Network = 'wifi';
  let agreed = false;
  let running: Running | null = null;
  let drawn = 0;
  let tapping = 0;
  /** How often the app was opened. */
  let life = 0;

  const note = (name: string, given: unknown) => calls.push({ name, given: (given ?? {}) as Record<string, unknown> });

  /** Ends a call as WeChat does, later, never within it. */
  function finish(name: string, given: Callbacks | undefined, how: 'success' | 'fail', answer: Record<string, unknown> = {}, born = life): void {
    const words = { errMsg: `${name}:${how === 'success' ? 'ok' : 'fail'}`, ...answer };
    setTimeout(() => {
      // An app that was closed meanwhile is told nothing.
      if (born !== life) return;
      given?.[how]?.(words);
      given?.complete?.(words);
    });
  }
  const succeed =
    (name: string, answer: Record<string, unknown> = {}) =>
    (given?: Callbacks) => {
      note(name, given);
      finish(name, given, 'success', answer);
    };

  // ---- privacy: agreed to once, asked by the app's own dialog where it has one, else by WeChat's

  type Listener = (resolve: (given: { event: string; buttonId?: string }) => void, info: { referrer: string }) => void;
  let onNeedPrivacy: Listener | null = null;
  async function privately(name: string): Promise<boolean> {
    if (agreed || !PRIVATE.has(name)) return true;
    if (onNeedPrivacy) {
      const listener = onNeedPrivacy;
      agreed = await new Promise<boolean>((resolve, reject) => {
        listener(
          ({ event, buttonId }) => {
            if (event === 'exposureAuthorization') return;
            // WeChat takes an agreement only from its own kind of button, named.
            resolve(event === 'agree' && buttonId === AGREE_BUTTON);
          },
          { referrer: name },
        );
        answerDialog().catch(reject);
      });
    } else agreed = answers.privacy === 'agree';
    return agreed;
  }
  /** The owner answers the app's own dialog. */
  async function answerDialog(): Promise<void> {
    if (answers.privacy === 'agree') await (await at(AGREE_BUTTON)).trigger('agreeprivacyauthorization');
    else await (await at('refuse-privacy')).trigger('tap');
  }
  const refusedPrivately = (name: string) => ({ errMsg: `${name}:fail privacy permission is not authorized`, errno: 104 });

  // ---- network

  function whereTo(url: string): string | null {
    if (!url.startsWith(`${legal}/`)) return null;
    return leadsTo + url.slice(legal.length);
  }

  function task(name: string, given: Callbacks, work: (signal: AbortSignal) => Promise<Record<string, unknown>>, timeout: number) {
    const cut = new AbortController();
    const born = life;
    const timer = setTimeout(() => cut.abort(new Error('timeout')), timeout);
    work(cut.signal)
      .then((answer) => finish(name, given, 'success', answer, born))
      .catch((error) => {
        const why = cut.signal.aborted ? (cut.signal.reason as Error).message : (error as Error).message;
        finish(name, given, 'fail', { errMsg: `${name}:fail ${why}`, errno: 600001 }, born);
      })
      .finally(() => clearTimeout(timer));
    const silent = () => {};
    return {
      abort: () => cut.abort(new Error('abort')),
      onProgressUpdate: (listen: (given: { progress: number }) => void) => setTimeout(() => listen({ progress: 100 })),
      onHeadersReceived: silent,
      offHeadersReceived: silent,
      offProgressUpdate: silent,
      onChunkReceived: silent,
      offChunkReceived: silent,
    };
  }

  function reach(url: string): string {
    const there = whereTo(url);
    if (!there) throw new Error('url not in domain list');
    if (network === 'none') throw new Error('errcode:-106 cronet_error_code:-106 error_msg:net::ERR_INTERNET_DISCONNECTED');
    return there;
  }

  function request(
    given: Asked<{ url: string; method?: string; header?: Record<string, string>; data?: unknown; dataType?: string; timeout?: number }>,
  ) {
    return task(
      'request',
      given,
      async (signal) => {
        const method = given.method ?? 'GET';
        const there = reach(given.url);
        sent.push(`${method} ${given.url.slice(legal.length).split('?')[0]}`);
        const body = method === 'GET' || given.data === undefined ? null : typeof given.data === 'string' ? given.data : JSON.stringify(given.data);
        const headers = new Headers(given.header);
        if (!headers.has('content-type')) headers.set('content-type', 'application/json');
        const answer = await fetch(there, { method, headers, body, signal });
        const text = await answer.text();
        if (network === 'lost') throw new Error('errcode:-101 cronet_error_code:-101 error_msg:net::ERR_CONNECTION_RESET');
        return { statusCode: answer.status, header: Object.fromEntries(answer.headers), data: parsed(text), cookies: [] };
      },
      given.timeout ?? 60_000,
    );
  }

  function uploadFile(
    given: Asked<{
      url: string;
      filePath: string;
      name: string;
      formData?: Record<string, unknown>;
      header?: Record<string, string>;
      timeout?: number;
    }>,
  ) {
    return task(
      'uploadFile',
      given,
      async (signal) => {
        const bytes = kept.files.get(given.filePath);
        if (!bytes) throw new Error('file not found');
        const there = reach(given.url);
        sent.push(`UPLOAD ${given.url.slice(legal.length).split('?')[0]}`);
        const form = new FormData();
        for (const [field, value] of Object.entries(given.formData ?? {})) form.set(field, String(value));
        form.set(given.name, new Blob([new Uint8Array(bytes)]), given.filePath.split('/').pop());
        const headers = new Headers(given.header);
        headers.delete('content-type');
        const answer = await fetch(there, { method: 'POST', body: form, headers, signal });
        return { statusCode: answer.status, data: await answer.text() };
      },
      given.timeout ?? 60_000,
    );
  }

  // ---- files

  function putAway(bytes: Uint8Array, folder: string): string {
    drawn += 1;
    const file = `${folder}${folder.endsWith('/') ? '' : '_'}${drawn}.${bytes[0] === 0x89 ? 'png' : 'jpg'}`;
    kept.files.set(file, bytes);
    return file;
  }
  const take = (count: number) => album.splice(0, count).map((bytes) => ({ path: putAway(bytes, 'wxfile://tmp'), bytes }));

  async function chooseImage(given: Asked<{ count?: number }>) {
    note('chooseImage', given);
    if (!(await privately('chooseImage'))) return finish('chooseImage', given, 'fail', refusedPrivately('chooseImage'));
    const taken = take(given.count ?? 9);
    if (taken.length === 0) return finish('chooseImage', given, 'fail', { errMsg: 'chooseImage:fail cancel' });
    finish('chooseImage', given, 'success', {
      tempFilePaths: taken.map((one) => one.path),
      tempFiles: taken.map((one) => ({ path: one.path, size: one.bytes.length })),
    });
  }

  async function chooseMedia(given: Asked<{ count?: number }>) {
    note('chooseMedia', given);
    if (!(await privately('chooseMedia'))) return finish('chooseMedia', given, 'fail', refusedPrivately('chooseMedia'));
    const taken = take(given.count ?? 9);
    if (taken.length === 0) return finish('chooseMedia', given, 'fail', { errMsg: 'chooseMedia:fail cancel' });
    finish('chooseMedia', given, 'success', {
      type: 'image',
      tempFiles: taken.map((one) => ({ tempFilePath: one.path, size: one.bytes.length, fileType: 'image' })),
    });
  }

  function saveFile(given: Asked<{ tempFilePath: string }>) {
    const bytes = kept.files.get(given.tempFilePath);
    if (!bytes) return finish('saveFile', given, 'fail', { errMsg: 'saveFile:fail tempFilePath file not exist' });
    kept.files.delete(given.tempFilePath);
    finish('saveFile', given, 'success', { savedFilePath: putAway(bytes, 'wxfile://store') });
  }

  const fileNow = (name: string, file: string): Uint8Array => {
    const bytes = kept.files.get(file);
    if (!bytes) throw new Error(`${name}:fail no such file or directory, open "${file}"`);
    return bytes;
  };
  /** The calls of a file system that have a twin ending in Sync. */
  const filesNow = {
    access: (file: string) => void fileNow('access', file),
    readFile: (file: string, encoding?: BufferEncoding) => {
      const bytes = fileNow('readFile', file);
      return encoding ? Buffer.from(bytes).toString(encoding) : new Uint8Array(bytes).buffer;
    },
    writeFile: (file: string, data: string | ArrayBuffer, encoding?: BufferEncoding) =>
      void kept.files.set(file, typeof data === 'string' ? Buffer.from(data, encoding ?? 'utf8') : new Uint8Array(data)),
    copyFile: (from: string, to: string) => void kept.files.set(to, fileNow('copyFile', from)),
    unlink: (file: string) => {
      fileNow('unlink', file);
      kept.files.delete(file);
    },
    saveFile: (from: string, to?: string) => {
      const bytes = fileNow('saveFile', from);
      kept.files.delete(from);
      if (!to) return putAway(bytes, 'wxfile://store');
      kept.files.set(to, bytes);
      return to;
    },
    stat: (file: string) => ({ size: fileNow('stat', file).length, isFile: () => true, isDirectory: () => false }),
    mkdir: () => undefined,
    readdir: (folder: string) => [...kept.files.keys()].filter((one) => one.startsWith(`${folder}/`)).map((one) => one.slice(folder.length + 1)),
  };
  function getFileSystemManager() {
    const later =
      (name: string, work: () => unknown, answer: (found: unknown) => Record<string, unknown> = () => ({})) =>
      (given: Callbacks) => {
        try {
          finish(name, given, 'success', answer(work()));
        } catch (error) {
          finish(name, given, 'fail', { errMsg: (error as Error).message });
        }
      };
    type Given = Asked<Record<string, string>>;
    return {
      ...Object.fromEntries(Object.entries(filesNow).map(([name, work]) => [`${name}Sync`, work])),
      access: (given: Given) => later('access', () => filesNow.access(given.path!))(given),
      readFile: (given: Given) =>
        later(
          'readFile',
          () => filesNow.readFile(given.filePath!, given.encoding as BufferEncoding),
          (data) => ({ data }),
        )(given),
      writeFile: (given: Given) =>
        later('writeFile', () => filesNow.writeFile(given.filePath!, given.data!, given.encoding as BufferEncoding))(given),
      copyFile: (given: Given) => later('copyFile', () => filesNow.copyFile(given.srcPath!, given.destPath!))(given),
      unlink: (given: Given) => later('unlink', () => filesNow.unlink(given.filePath!))(given),
      saveFile: (given: Given) =>
        later(
          'saveFile',
          () => filesNow.saveFile(given.tempFilePath!, given.filePath),
          (savedFilePath) => ({ savedFilePath }),
        )(given),
      removeSavedFile: (given: Given) => later('removeSavedFile', () => filesNow.unlink(given.filePath!))(given),
      getFileInfo: (given: Given) =>
        later(
          'getFileInfo',
          () => filesNow.stat(given.filePath!),
          (found) => ({ size: (found as { size: number }).size }),
        )(given),
      stat: (given: Given) =>
        later(
          'stat',
          () => filesNow.stat(given.path!),
          (stats) => ({ stats }),
        )(given),
      mkdir: (given: Given) => later('mkdir', () => undefined)(given),
      readdir: (given: Given) =>
        later(
          'readdir',
          () => filesNow.readdir(given.dirPath!),
          (files) => ({ files }),
        )(given),
      getSavedFileList: (given: Callbacks) =>
        later(
          'getSavedFileList',
          () => undefined,
          () => ({
            fileList: [...kept.files]
              .filter(([file]) => file.startsWith('wxfile://store'))
              .map(([filePath, bytes]) => ({ filePath, size: bytes.length, createTime: 0 })),
          }),
        )(given),
    };
  }

  // ---- storage

  function setStorageSync(key: string, value: unknown): void {
    const text = JSON.stringify(value) ?? 'null';
    if (Buffer.byteLength(text) > STORAGE_VALUE_BYTES) throw new Error('setStorage:fail entry size limit reached');
    kept.storage.set(key, text);
  }
  const getStorageSync = (key: string): unknown => {
    const text = kept.storage.get(key);
    return text === undefined ? '' : JSON.parse(text);
  };

  // ---- messages

  function requestSubscribeMessage(given: Asked<{ tmplIds: string[] }>) {
    note('requestSubscribeMessage', given);
    const refuse = (code: number, why: string) =>
      finish('requestSubscribeMessage', given, 'fail', { errMsg: `requestSubscribeMessage:fail ${why}`, errCode: code });
    if (!Array.isArray(given.tmplIds) || given.tmplIds.length === 0) return refuse(10001, 'TmplIds can not be empty');
    if (given.tmplIds.length > TEMPLATES_AT_ONCE) return refuse(10003, 'Templates count out of max bounds');
    if (tapping === 0) return refuse(10005, 'can only be invoked by user TAP gesture.');
    if (answers.subscribe === 'accept') for (const template of given.tmplIds) wechat.allow(owner.openid, template);
    finish('requestSubscribeMessage', given, 'success', Object.fromEntries(given.tmplIds.map((one) => [one, answers.subscribe])));
  }

  // ---- sound

  function createInnerAudioContext() {
    const listeners = new EventEmitter();
    const on = (name: string) => (listen: () => void) => void listeners.on(name, listen);
    const audio = {
      src: '',
      duration: 2,
      currentTime: 0,
      paused: true,
      play() {
        note('play', { src: audio.src });
        audio.paused = false;
        setTimeout(() => listeners.emit('play'));
        setTimeout(() => {
          audio.paused = true;
          listeners.emit('ended');
        }, 20);
      },
      pause() {
        audio.paused = true;
      },
      stop: () => void setTimeout(() => listeners.emit('stop')),
      destroy: () => void listeners.removeAllListeners(),
      seek: () => undefined,
      ...Object.fromEntries(
        ['Play', 'Pause', 'Stop', 'Ended', 'Error', 'Canplay', 'TimeUpdate', 'Waiting'].map((name) => [`on${name}`, on(name.toLowerCase())]),
      ),
      ...Object.fromEntries(
        ['Play', 'Pause', 'Stop', 'Ended', 'Error', 'Canplay', 'TimeUpdate', 'Waiting'].map((name) => [
          `off${name}`,
          () => void listeners.removeAllListeners(name.toLowerCase()),
        ]),
      ),
    };
    return audio;
  }

  const recorder = new EventEmitter();
  let recordingSince: number | null = null;
  let format = 'aac';
  const recorderManager = {
    start: async (given: Record<string, unknown> = {}) => {
      note('startRecord', given);
      if (!(await privately('startRecord'))) return recorder.emit('error', refusedPrivately('operateRecorder'));
      recordingSince = Date.now();
      format = String(given.format ?? 'aac');
      setTimeout(() => recorder.emit('start', {}));
    },
    stop: () => {
      if (recordingSince === null) return;
      const duration = Math.max(1_000, Date.now() - recordingSince);
      recordingSince = null;
      const tempFilePath = `wxfile://tmp_voice_${calls.length}.${format}`;
      const bytes = SILENCE[format] ?? new Uint8Array(0);
      kept.files.set(tempFilePath, bytes);
      setTimeout(() => recorder.emit('stop', { tempFilePath, duration, fileSize: bytes.length }));
    },
    pause: () => undefined,
    resume: () => undefined,
    ...Object.fromEntries(
      ['Start', 'Stop', 'Error', 'Pause', 'Resume', 'FrameRecorded', 'InterruptionBegin', 'InterruptionEnd'].map((name) => [
        `on${name}`,
        (listen: (given: unknown) => void) => void recorder.removeAllListeners(name.toLowerCase()).on(name.toLowerCase(), listen),
      ]),
    ),
  };

  const device = {
    SDKVersion: '3.5.0',
    platform: 'ios',
    system: 'iOS 17.0',
    brand: 'iPhone',
    model: 'iPhone 13',
    language: 'zh_CN',
    version: '8.0.50',
    theme: 'light',
    windowWidth: 375,
    windowHeight: 667,
    screenWidth: 375,
    screenHeight: 667,
    pixelRatio: 2,
    statusBarHeight: 20,
    fontSizeScaleFactor: 1,
    safeArea: { top: 20, bottom: 667, left: 0, right: 375, width: 375, height: 647 },
  };

  const listenTo = (event: string) => (listen: (given: unknown) => void) => void happening.on(event, listen);
  const deafTo = (event: string) => (listen?: (given: unknown) => void) =>
    void (listen ? happening.off(event, listen) : happening.removeAllListeners(event));

  const wx: Record<string, unknown> = {
    ...Object.fromEntries(
      ['getSystemInfoSync', 'getWindowInfo', 'getDeviceInfo', 'getAppBaseInfo', 'getSystemSetting', 'getAppAuthorizeSetting'].map((name) => [
        name,
        () => ({ ...device }),
      ]),
    ),
    ...Object.fromEntries(
      [
        'makePhoneCall',
        'previewImage',
        'showToast',
        'hideToast',
        'showLoading',
        'hideLoading',
        'vibrateShort',
        'openPrivacyContract',
        'openSetting',
      ].map((name) => [name, succeed(name)]),
    ),
    canIUse: () => true,
    env: { USER_DATA_PATH: 'wxfile://usr' },
    getAccountInfoSync: () => ({ miniProgram: { appId: 'wx0123456789abcdef', envVersion: 'release', version: '1.0.0' } }),
    showModal: succeed('showModal', { confirm: true, cancel: false }),
    setClipboardData: succeed('setClipboardData'),
    login: (given: Callbacks = {}) => {
      note('login', given);
      if (network === 'none') return finish('login', given, 'fail', { errMsg: 'login:fail Error: network' });
      finish('login', given, 'success', { code: wechat.loginCode(owner.openid) });
    },
    checkSession: succeed('checkSession'),
    request,
    uploadFile,
    chooseImage,
    chooseMedia,
    saveFile,
    getSetting: succeed('getSetting', { authSetting: {}, subscriptionsSetting: { mainSwitch: true, itemSettings: {} } }),
    authorize: succeed('authorize'),
    getFileSystemManager,
    setStorageSync,
    getStorageSync,
    removeStorageSync: (key: string) => void kept.storage.delete(key),
    clearStorageSync: () => kept.storage.clear(),
    getStorageInfoSync: () => ({ keys: [...kept.storage.keys()], currentSize: 1, limitSize: 10_240 }),
    setStorage: (given: Asked<{ key: string; data: unknown }>) => {
      setStorageSync(given.key, given.data);
      finish('setStorage', given, 'success');
    },
    getStorage: (given: Asked<{ key: string }>) =>
      kept.storage.has(given.key)
        ? finish('getStorage', given, 'success', { data: getStorageSync(given.key) })
        : finish('getStorage', given, 'fail', { errMsg: 'getStorage:fail data not found' }),
    removeStorage: (given: Asked<{ key: string }>) => {
      kept.storage.delete(given.key);
      finish('removeStorage', given, 'success');
    },
    getNetworkType: (given: Callbacks = {}) => finish('getNetworkType', given, 'success', { networkType: network === 'none' ? 'none' : 'wifi' }),
    onNetworkStatusChange: listenTo('network'),
    offNetworkStatusChange: deafTo('network'),
    onNeedPrivacyAuthorization: (listen: Listener) => {
      onNeedPrivacy = listen;
    },
    requirePrivacyAuthorize: async (given: Callbacks = {}) => {
      note('requirePrivacyAuthorize', given);
      if (await privately('getPhoneNumber')) finish('requirePrivacyAuthorize', given, 'success');
      else finish('requirePrivacyAuthorize', given, 'fail', refusedPrivately('requirePrivacyAuthorize'));
    },
    getPrivacySetting: (given: Callbacks = {}) =>
      finish('getPrivacySetting', given, 'success', { needAuthorization: !agreed, privacyContractName: '《回音隐私保护指引》' }),
    requestSubscribeMessage,
    createInnerAudioContext,
    getRecorderManager: () => recorderManager,
  };

  // ---- what the owner sees and does

  const shown = async (): Promise<DrawnPage> => {
    const page = await running?.currentPage();
    assert(page, `${owner.name}'s phone shows no page`);
    return page;
  };
  const allText = async () => collapse((await (await (await shown()).$('page'))?.text()) ?? '');

  async function until<T>(what: string, look: () => Promise<T | null | undefined | false>): Promise<T> {
    const end = Date.now() + PATIENCE_MILLISECONDS;
    for (;;) {
      const found = await look();
      if (found) return found;
      if (Date.now() > end)
        throw new Error(
          `${owner.name}: ${what} did not come; ${(await shown()).path} says: ${(await allText()).slice(0, 400)}${complaints.length ? `; console: ${complaints.join(' | ').slice(0, 600)}` : ''}`,
        );
      await pause(LOOK_EVERY_MILLISECONDS);
    }
  }

  const find = async (id: string) => await (await shown()).$(`#${id}`);
  const at = (id: string) => until(`#${id}`, () => find(id));

  /** Where an event belongs: the element itself, or the first field inside it. */
  async function fieldOf(id: string): Promise<Node> {
    const there = await at(id);
    if (['input', 'textarea'].includes((await there.tagName()) ?? '')) return there;
    for (const tag of ['textarea', 'input']) {
      const inner = await (await shown()).$(`#${id} ${tag}`);
      if (inner) return inner;
    }
    throw new Error(`#${id} is no field and has none`);
  }

  /** A gesture of the owner: what WeChat lets happen only by a tap is let happen while it lasts. */
  async function gesture(work: () => Promise<unknown>): Promise<void> {
    tapping += 1;
    try {
      await work();
      await pause(0);
    } finally {
      tapping -= 1;
    }
  }

  return {
    owner,
    storage: kept.storage,
    album,
    answers,
    sent,
    complaints,
    async open() {
      life += 1;
      await running?.close();
      onNeedPrivacy = null;
      happening.removeAllListeners();
      for (const file of kept.files.keys()) if (file.startsWith('wxfile://tmp')) kept.files.delete(file);
      running = await run(path.resolve('.'), wx, (level, words) => {
        if (level === 'error') complaints.push(words);
      });
    },
    path: async () => (await shown()).path,
    query: async () => (await shown()).query,
    at,
    gone: async (id) => void (await until(`the end of #${id}`, async () => !(await find(id)))),
    tapIfThere: (id) => gesture(async () => (await find(id))?.trigger('tap')),
    tap: (id) => gesture(async () => (await at(id)).trigger('tap')),
    write: async (id, value) => void (await (await fieldOf(id)).trigger('input', { detail: { value, cursor: value.length } })),
    written: async (id) => (await (await fieldOf(id)).attr('value')) ?? '',
    sees: async (words) => {
      const is = typeof words === 'string' ? (text: string) => text.includes(collapse(words)) : (text: string) => words.test(text);
      await until(`“${words}”`, async () => is(await allText()));
    },
    words: allText,
    arrivesAt: async (wanted) => void (await until(wanted, async () => (await shown()).path === wanted)),
    back: async () => void (await running?.navigateBack()),
    pullDown: async () => void (await running?.triggerPullDownRefresh()),
    toTab: async (tab) => void (await running?.switchTab(`/pages/${tab}/index`)),
    pictures: async () => {
      const found: string[] = [];
      for (const image of await (await shown()).$$('image')) found.push((await image.attr('src')) ?? '');
      return found;
    },
    load: async (url) => {
      const there = whereTo(url);
      assert(there, `${url} is none of ours: the phone would not load it`);
      const answer = await fetch(there);
      return { status: answer.status, type: answer.headers.get('content-type'), bytes: new Uint8Array(await answer.arrayBuffer()) };
    },
    pressPhoneNumber: (id, allows = true) =>
      gesture(async () => {
        const button = await at(id);
        const detail = !(await privately('getPhoneNumber'))
          ? refusedPrivately('getPhoneNumber')
          : allows
            ? { errMsg: 'getPhoneNumber:ok', code: wechat.phoneCode(owner.number) }
            : { errMsg: 'getPhoneNumber:fail user deny' };
        await button.trigger('getphonenumber', { detail });
      }),
    network: (is) => {
      network = is;
      happening.emit('network', { isConnected: is !== 'none', networkType: is === 'none' ? 'none' : 'wifi' });
    },
    sandbox: async (names) => {
      assert(running);
      return (await running.evaluate(
        `(names) => {
          var makesCode = true;
          try { new Function('return 1')(); } catch (refused) { makesCode = false; }
          return { makesCode: makesCode, known: names.filter(function (name) { return typeof globalThis[name] !== 'undefined'; }) };
        }`,
        names,
      )) as { known: string[]; makesCode: boolean };
    },
    called: (name) => calls.filter((one) => one.name === name).map((one) => one.given),
    close: async () => {
      await running?.close();
      running = null;
    },
  };
}

/** As `dataType: json` has it: what cannot be parsed is handed on as text. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
