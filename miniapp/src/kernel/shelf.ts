import Taro from '@tarojs/taro';

// Where chosen photos lie until they have arrived: WeChat's own folder of the app, in a browser its database. Both outlive the page.
const DATABASE = 'huiyin';
const STORE = 'shelf';

/** What laying down and taking up needs of a platform. */
interface Shelf {
  lay(path: string, name: string): Promise<void>;
  /** A path to show and to send; null where nothing lies there. */
  take(name: string): Promise<string | null>;
  drop(name: string): Promise<void>;
  names(): Promise<string[]>;
}

function folder(): Shelf {
  const files = Taro.getFileSystemManager();
  const root = Taro.env.USER_DATA_PATH ?? '';
  const at = (name: string) => `${root}/shelf-${name}`;
  const done = <T>(work: (on: { success: (found: T) => void; fail: (error: unknown) => void }) => void) =>
    new Promise<T>((success, fail) => work({ success, fail }));
  return {
    lay: async (path, name) => {
      await done((on) => files.copyFile({ srcPath: path, destPath: at(name), ...on }));
    },
    take: (name) =>
      done((on) => files.access({ path: at(name), ...on })).then(
        () => at(name),
        () => null,
      ),
    drop: async (name) => {
      await done((on) => files.unlink({ filePath: at(name), ...on })).catch(() => undefined);
    },
    names: async () => {
      const { files: found } = await done<{ files: string[] }>((on) => files.readdir({ dirPath: root, ...on }));
      return found.filter((one) => one.startsWith('shelf-')).map((one) => one.slice('shelf-'.length));
    },
  };
}

function browserShelf(): Shelf {
  const urls = new Map<string, string>();
  const answered = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const store = async (mode: IDBTransactionMode) => {
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    return (await answered(opening)).transaction(STORE, mode).objectStore(STORE);
  };
  return {
    lay: async (path, name) => {
      const blob = await (await fetch(path)).blob();
      await answered((await store('readwrite')).put(blob, name));
    },
    take: async (name) => {
      const known = urls.get(name);
      if (known) return known;
      const blob = (await answered((await store('readonly')).get(name))) as Blob | undefined;
      if (!blob) return null;
      const url = URL.createObjectURL(blob);
      urls.set(name, url);
      return url;
    },
    drop: async (name) => {
      await answered((await store('readwrite')).delete(name));
    },
    names: async () => (await answered((await store('readonly')).getAllKeys())).map(String),
  };
}

let opened: Shelf | null = null;
const shelf = () => {
  opened ??= process.env.TARO_ENV === 'h5' ? browserShelf() : folder();
  return opened;
};

/** Lays a chosen photo down under a name of its own. @returns false where the phone has no room */
export const layDown = async (path: string, name: string): Promise<boolean> => {
  try {
    await shelf().lay(path, name);
    return true;
  } catch {
    return false;
  }
};

/** The name of a photo that found no room: it lies where it was chosen, as long as that lasts. */
const UNLAID = 'path:';
export const unlaid = (path: string): string => `${UNLAID}${path}`;

async function stillThere(path: string): Promise<string | null> {
  if (process.env.TARO_ENV === 'h5') await fetch(path);
  else Taro.getFileSystemManager().accessSync(path);
  return path;
}

/** Where it lies, to be shown and sent; null where it is gone. */
export const takeUp = async (name: string): Promise<string | null> => {
  try {
    return await (name.startsWith(UNLAID) ? stillThere(name.slice(UNLAID.length)) : shelf().take(name));
  } catch {
    return null;
  }
};

export const dropShot = (name: string): void => {
  if (name.startsWith(UNLAID)) return;
  void Promise.resolve()
    .then(() => shelf().drop(name))
    .catch(() => undefined);
};

/** Drops whatever nobody waits for. */
export async function tidyShelf(needed: readonly string[]): Promise<void> {
  try {
    for (const name of await shelf().names()) if (!needed.includes(name)) dropShot(name);
  } catch {
    // It stays until next time.
  }
}
