import type { VoiceType } from '../../shared/contract/voices.ts';

const latin = (bytes: Uint8Array, from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString('latin1');

/** Which sound a recording's first bytes say it is; null for anything else. */
export function typeOfVoice(bytes: Uint8Array): VoiceType | null {
  if (bytes.length < 16) return null;
  if (latin(bytes, 0, 3) === 'ID3') return 'audio/mpeg';
  if (latin(bytes, 4, 8) === 'ftyp') return 'audio/mp4';
  if (bytes[0] !== 0xff || (bytes[1]! & 0xe0) !== 0xe0) return null;
  // After the eleven bits that begin a frame come two of version and two of layer: ADTS has layer 0, MP3 layer III.
  const layer = (bytes[1]! >> 1) & 3;
  if (layer === 0 && (bytes[1]! & 0xf0) === 0xf0) return 'audio/aac';
  return layer === 1 ? 'audio/mpeg' : null;
}

/** An MP3 without its ID3 tags, before and behind. */
function stripMp3(bytes: Uint8Array): Uint8Array | null {
  let from = 0;
  while (latin(bytes, from, from + 3) === 'ID3') {
    if (bytes.length < from + 10) return null;
    const size = [6, 7, 8, 9].reduce((sum, at) => sum * 128 + (bytes[from + at]! & 0x7f), 0);
    from += 10 + size + (bytes[from + 5]! & 0x10 ? 10 : 0);
    if (from >= bytes.length) return null;
  }
  const to = latin(bytes, bytes.length - 128, bytes.length - 125) === 'TAG' ? bytes.length - 128 : bytes.length;
  const sound = bytes.subarray(from, to);
  return typeOfVoice(sound) === 'audio/mpeg' ? Uint8Array.from(sound) : null;
}

/** Boxes that hold what a phone writes beside the sound: where, when, by which phone. */
const TOLD = new Set(['udta', 'meta', 'uuid']);
const HOLDERS = new Set(['moov', 'trak']);

/** An M4A with those boxes emptied where they stand, for others point past them by their place. */
function stripM4a(bytes: Uint8Array): Uint8Array | null {
  const clean = Buffer.from(bytes);
  function blank(from: number, to: number): boolean {
    for (let at = from; at < to; ) {
      if (at + 8 > to) return false;
      const size = clean.readUInt32BE(at);
      const end = size === 0 ? to : at + size;
      if (end > to || (size !== 0 && size < 8)) return false;
      const kind = latin(clean, at + 4, at + 8);
      if (TOLD.has(kind)) {
        clean.write('free', at + 4, 'latin1');
        clean.fill(0, at + 8, end);
      } else if (HOLDERS.has(kind) && !blank(at + 8, end)) return false;
      at = end;
    }
    return true;
  }
  return blank(0, clean.length) ? clean : null;
}

/**
 * The sound without what the phone wrote beside it.
 * @returns null where the bytes are no whole recording of this type
 */
export function stripVoice(type: VoiceType, bytes: Uint8Array): Uint8Array | null {
  if (type === 'audio/mpeg') return stripMp3(bytes);
  return type === 'audio/mp4' ? stripM4a(bytes) : Uint8Array.from(bytes);
}
