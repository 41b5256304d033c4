/** What a phone writes into a picture beside the picture: where and when it was taken, by which phone. */
const PNG_TOLD = new Set(['eXIf', 'tEXt', 'iTXt', 'zTXt', 'tIME']);

const u16 = (bytes: Uint8Array, at: number, little: boolean) => (little ? bytes[at]! | (bytes[at + 1]! << 8) : (bytes[at]! << 8) | bytes[at + 1]!);

/** The orientation an Exif segment asks for, 1 where it asks for none. */
function orientationOf(segment: Uint8Array): number {
  const tiff = segment.subarray(10);
  const little = tiff[0] === 0x49;
  const directory = u16(tiff, little ? 4 : 6, little);
  for (let entry = 0; entry < u16(tiff, directory, little); entry += 1) {
    const at = directory + 2 + entry * 12;
    if (at + 10 > tiff.length) break;
    if (u16(tiff, at, little) === 0x0112) return u16(tiff, at + 8, little);
  }
  return 1;
}

/** An Exif segment that says how to turn the picture and nothing else. */
const turned = (orientation: number) =>
  Uint8Array.from([
    0xff,
    0xe1,
    0,
    34,
    0x45,
    0x78,
    0x69,
    0x66,
    0,
    0,
    0x4d,
    0x4d,
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    0x01,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
  ]);

/** Where the drawn part that begins here ends: at the next marker that is no restart and no stuffing. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1]!;
    if (bytes[at] === 0xff && next !== 0x00 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

function stripJpeg(bytes: Uint8Array): Uint8Array | null {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let orientation = 1;
  for (let at = 2; at + 2 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1]!;
    // What lies behind the picture is no part of it: a second picture, a film, both with places of their own.
    if (marker === 0xd9) return joined([...kept, bytes.subarray(at, at + 2)], orientation);
    if (at + 4 > bytes.length) return null;
    const length = u16(bytes, at + 2, false);
    if (length < 2 || at + 2 + length > bytes.length) return null;
    const segment = bytes.subarray(at, at + 2 + length);
    if (marker === 0xe1 && Buffer.from(segment.subarray(4, 8)).toString('latin1') === 'Exif') orientation = orientationOf(segment);
    // APP0 and APP14 say how to read colours; every other application segment and comment tells tales.
    const isTold = (marker >= 0xe1 && marker <= 0xef && marker !== 0xee) || marker === 0xfe;
    if (!isTold) kept.push(segment);
    at += 2 + length;
    if (marker === 0xda) {
      const end = endOfScan(bytes, at);
      kept.push(bytes.subarray(at, end));
      at = end;
    }
  }
  return null;
}

const joined = (parts: Uint8Array[], orientation: number) =>
  Buffer.concat(orientation > 1 && orientation <= 8 ? [parts[0]!, turned(orientation), ...parts.slice(1)] : parts);

function stripPng(bytes: Uint8Array): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return null;
    const kind = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1');
    if (!PNG_TOLD.has(kind)) kept.push(bytes.subarray(at, end));
    if (kind === 'IEND') return Buffer.concat(kept);
    at = end;
  }
  return null;
}

/**
 * The picture without what the phone wrote beside it (place, time, phone, comments); how it is to be turned stays.
 * @returns null where the bytes are no whole picture of this type
 */
export function stripPicture(type: 'image/jpeg' | 'image/png', bytes: Uint8Array): Uint8Array | null {
  return type === 'image/jpeg' ? stripJpeg(bytes) : stripPng(bytes);
}
