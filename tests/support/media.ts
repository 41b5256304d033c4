/** The smallest JPEG there is: a start, an empty scan, an end. */
export const A_PHOTO = Uint8Array.from([
  0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xda, 0, 2, 0xff, 0xd9,
]);

/** The shortest MP3 a recorder could make: two frames of silence, 36 bytes each (MPEG-2 layer III, 8 kbit/s, 16 kHz). */
export const A_VOICE = Uint8Array.from([1, 2].flatMap(() => [0xff, 0xf3, 0x18, 0xc4, ...new Array<number>(32).fill(0)]));
