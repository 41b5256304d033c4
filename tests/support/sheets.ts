import { inflateRawSync } from 'node:zlib';

/** The parts of a zip file by name, read from its directory. */
export function parts(bytes: Uint8Array): Record<string, string> {
  const file = Buffer.from(bytes);
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const found: Record<string, string> = {};
  let at = file.readUInt32LE(end + 16);
  for (let left = file.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, packed, name, extra, note, head] = [10, 20, 28, 30, 32, 42].map((offset) =>
      offset === 20 || offset === 42 ? file.readUInt32LE(at + offset) : file.readUInt16LE(at + offset),
    ) as [number, number, number, number, number, number];
    const data = head + 30 + file.readUInt16LE(head + 26) + file.readUInt16LE(head + 28);
    const body = file.subarray(data, data + packed);
    found[file.toString('utf8', at + 46, at + 46 + name)] = (method === 0 ? body : inflateRawSync(body)).toString('utf8');
    at += 46 + name + extra + note;
  }
  return found;
}
