import Taro from '@tarojs/taro';

/** What stays on the phone between visits. */
type Kept =
  | 'token'
  | 'home'
  | 'as'
  | 'post'
  | 'large'
  | 'searches'
  | 'show'
  | 'bench'
  | 'session'
  | 'owner'
  | 'ahead'
  | 'scanned'
  | `draft.${string}`
  | `held.${string}`
  | `answer.${string}`;

const PREFIX = 'huiyin.';

/** What was kept; nothing where the phone cannot read it. */
export function kept(name: Kept): string {
  try {
    const found: unknown = Taro.getStorageSync(PREFIX + name);
    return typeof found === 'string' ? found : '';
  } catch {
    return '';
  }
}

/** Keeps it, if need be in the place of answers that can be asked for again. @returns false where the phone has no room */
export function keep(name: Kept, value: string): boolean {
  const write = () => (value ? Taro.setStorageSync(PREFIX + name, value) : Taro.removeStorageSync(PREFIX + name));
  try {
    write();
    return true;
  } catch {
    if (!name.startsWith('answer.')) forgetAll('answer.');
  }
  try {
    write();
    return true;
  } catch {
    return false;
  }
}

/** What is kept under names that begin so. */
export function namesKept<Start extends 'draft.' | 'held.' | 'answer.'>(start: Start): `${Start}${string}`[] {
  try {
    const { keys } = Taro.getStorageInfoSync();
    return keys.filter((key) => key.startsWith(PREFIX + start)).map((key) => key.slice(PREFIX.length) as `${Start}${string}`);
  } catch {
    return [];
  }
}

/** Forgets everything kept under names that begin so. */
export function forgetAll(start: 'draft.' | 'answer.'): void {
  for (const name of namesKept(start)) keep(name, '');
}
