/** A zip of files as they are (pictures do not get smaller): local headers, then the directory. APPNOTE 6.3.10, version 2.0. */

const crcTable = Uint32Array.from({ length: 256 }, (_, value) => {
  let rest = value;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
  return rest >>> 0;
});

function checksum(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] as number) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** Names are UTF-8 with slashes. All files together under 4 GB. */
export function writeZip(
  files: readonly { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }[],
  at: Date,
): Blob {
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  const day = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const encoded = new TextEncoder().encode(name);
    // Version 2.0, UTF-8 names, stored; then sums, sizes and the length of the name.
    const common = [20, 0x0800, 0, time, day];
    const numbers = [checksum(bytes), bytes.length, bytes.length];
    const local = record(30, 0x04034b50, 4, common, numbers, encoded.length);
    parts.push(local, encoded, bytes);
    const central = record(46, 0x02014b50, 6, common, numbers, encoded.length);
    new DataView(central.buffer).setUint16(4, 20, true);
    new DataView(central.buffer).setUint32(42, offset, true);
    directory.push(central, encoded);
    offset += local.length + encoded.length + bytes.length;
  }
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, files.length, true);
  end.setUint16(10, files.length, true);
  end.setUint32(
    12,
    directory.reduce((sum, { length }) => sum + length, 0),
    true,
  );
  end.setUint32(16, offset, true);
  return new Blob([...parts, ...directory, end.buffer], { type: 'application/zip' });
}

function record(
  size: number,
  signature: number,
  from: number,
  shorts: readonly number[],
  longs: readonly number[],
  nameLength: number,
): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(size));
  view.setUint32(0, signature, true);
  for (const [i, value] of shorts.entries()) view.setUint16(from + 2 * i, value, true);
  const after = from + 2 * shorts.length;
  for (const [i, value] of longs.entries()) view.setUint32(after + 4 * i, value, true);
  view.setUint16(after + 4 * longs.length, nameLength, true);
  return new Uint8Array(view.buffer);
}
