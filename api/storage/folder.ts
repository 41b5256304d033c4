import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { LINK_SECONDS, type Storage, UPLOAD_SECONDS } from './storage.ts';

/** A folder that takes and gives files over the API's own routes, by signed form and signed link. */
export interface FolderStorage extends Storage {
  kind: 'folder';
  /** Takes a file by its form. False where the form is forged, late, or the file is not what it allows. */
  receive(fields: Record<string, string>, bytes: Uint8Array, now: Date): Promise<boolean>;
  /** Gives a file by its link; null where the link is forged or late. */
  serve(key: string, expires: string, signature: string, now: Date): Promise<Uint8Array | null>;
}

export const isFolder = (storage: Storage | null): storage is FolderStorage => storage !== null && 'receive' in storage;

const KEY = /^[0-9a-f-]{36}\/[0-9a-f-]{36}$/;

/** @param secretHex signs forms and links */
export function openFolder(folder: string, secretHex: string): FolderStorage {
  const secret = Buffer.from(secretHex, 'hex');
  const sign = (...parts: string[]) => createHmac('sha256', secret).update(parts.join('\n')).digest('hex');
  const isSigned = (signature: string, ...parts: string[]) => {
    const expected = Buffer.from(sign(...parts));
    const given = Buffer.from(signature);
    return expected.length === given.length && timingSafeEqual(expected, given);
  };
  const place = (key: string) => path.join(folder, key);
  const incoming = (key: string) => `${place(key)}.incoming`;

  async function put(file: string, bytes: Uint8Array): Promise<void> {
    await mkdir(path.dirname(file), { recursive: true });
    const partial = `${file}.${randomUUID()}.part`;
    await writeFile(partial, bytes);
    await rename(partial, file);
  }

  async function get(file: string): Promise<Uint8Array | null> {
    try {
      return await readFile(file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }
  const seconds = (at: Date) => Math.floor(at.getTime() / 1000);

  return {
    kind: 'folder',
    presign(key, file, now) {
      const fields = { key, type: file.type, maxBytes: String(file.maxBytes), expires: String(seconds(now) + UPLOAD_SECONDS) };
      return { url: '/api/files', fields: { ...fields, signature: sign('upload', key, file.type, fields.maxBytes, fields.expires) } };
    },
    async receive(fields, bytes, now) {
      const { key = '', type = '', maxBytes = '', expires = '', signature = '' } = fields;
      if (!KEY.test(key) || !isSigned(signature, 'upload', key, type, maxBytes, expires)) return false;
      if (Number(expires) < seconds(now) || bytes.length === 0 || bytes.length > Number(maxBytes)) return false;
      await put(incoming(key), bytes);
      return true;
    },
    async serve(key, expires, signature, now) {
      if (!KEY.test(key) || !isSigned(signature, 'link', key, expires) || Number(expires) < seconds(now)) return null;
      return this.read(key);
    },
    async arrived(key, maxBytes) {
      if (!KEY.test(key)) return null;
      const there = await stat(incoming(key)).catch(() => null);
      return there && there.size <= maxBytes ? get(incoming(key)) : null;
    },
    async keep(key, bytes) {
      if (!KEY.test(key)) throw new Error('not a key of this storage');
      await put(place(key), bytes);
    },
    read: async (key) => (KEY.test(key) ? get(place(key)) : null),
    link(key, now) {
      const expires = String(seconds(now) + LINK_SECONDS);
      return `/api/files/${key}?expires=${expires}&signature=${sign('link', key, expires)}`;
    },
    async remove(key) {
      if (!KEY.test(key)) return;
      await rm(place(key), { force: true });
      await rm(incoming(key), { force: true });
    },
  };
}
