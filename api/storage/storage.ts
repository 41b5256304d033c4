/** A form that lets a client POST one file straight to where it is kept. */
export interface UploadForm {
  url: string;
  fields: Record<string, string>;
}

/**
 * Where photos are kept. A folder by default; an S3-compatible store passes the same contract test.
 * What a form sends arrives beside the key, never under it: only `keep` puts bytes where links lead, and it is given a key once.
 */
export interface Storage {
  /** A form for one file of this type and at most this many bytes, good for `UPLOAD_SECONDS` from `now`. */
  presign(key: string, file: { type: string; maxBytes: number }, now: Date): UploadForm;
  /** What arrived by a form, or null where nothing did, or more than `maxBytes`: no more than that is ever read. */
  arrived(key: string, maxBytes: number): Promise<Uint8Array | null>;
  /** Puts checked bytes under a key nothing was kept under before; what arrived stays for another try. */
  keep(key: string, bytes: Uint8Array, type: string): Promise<void>;
  /** The bytes in their place, or null where there are none. */
  read(key: string): Promise<Uint8Array | null>;
  /** A link good for `LINK_SECONDS`, made per view. */
  link(key: string, now: Date): string;
  /** Lets go of what is kept under a key and of what arrived for it. */
  remove(key: string): Promise<void>;
}

export const LINK_SECONDS = 300;
export const UPLOAD_SECONDS = 600;
/** After so long no form is good any more and no finalise is under way: what no row points at may go. */
export const LEFTOVER_SECONDS = 3_600;

/** What a picture's first bytes say it is; null for anything else. */
export function typeOfBytes(bytes: Uint8Array): 'image/jpeg' | 'image/png' | null {
  if (bytes.length > 3 && bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  return bytes.length > 8 && png.every((byte, index) => bytes[index] === byte) ? 'image/png' : null;
}
