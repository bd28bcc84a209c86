/** Files that the viewer makes, opened by hand: what another program would find in them. */
import { inflateRawSync } from 'node:zlib';
import { createCanvas, loadImage } from '@napi-rs/canvas';

/** All strings that a PDF shows, in order; and its page's link and width of the picture in points. */
export function readPdf(bytes: Buffer): { texts: string[]; link: string | undefined; pictureWidth: number } {
  const source = bytes.toString('latin1');
  const read = (text: string) =>
    text.replaceAll(/\\(\d{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
  return {
    texts: [...source.matchAll(/Td \((.*?)\) Tj/g)].map(([, text = '']) => read(text)),
    link: /\/URI \((.*?)\)/.exec(source)?.map(read)[1],
    pictureWidth: Number(/q ([\d.]+) 0 0 [\d.]+ [\d.]+ [\d.]+ cm \/Im Do/.exec(source)?.[1]),
  };
}

/** By the directory at its end. */
export function readZip(bytes: Buffer): ReadonlyMap<string, Buffer> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const files = new Map<string, Buffer>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ];
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + size);
    files.set(bytes.toString('utf8', at + 46, at + 46 + name), method === 8 ? inflateRawSync(packed) : packed);
    at += 46 + name + extra + comment;
  }
  return files;
}

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** RGBA, row by row from above. */
  readonly data: Uint8ClampedArray;
}

export async function readPixels(bytes: Buffer): Promise<Pixels> {
  const image = await loadImage(bytes);
  const { width, height } = image;
  const context = createCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0);
  return { width, height, data: context.getImageData(0, 0, width, height).data };
}

/** How many shades of 16 steps a channel it has: a blank or torn picture has few. */
export function countShades({ data }: Pixels): number {
  const shades = new Set<number>();
  for (let i = 0; i < data.length; i += 4)
    shades.add(((data[i] ?? 0) >> 4) | (((data[i + 1] ?? 0) >> 4) << 4) | (((data[i + 2] ?? 0) >> 4) << 8));
  return shades.size;
}

/** Mean of the channels around a pixel, from 0 to 255. */
export function lightAt({ width, data }: Pixels, x: number, y: number, reach = 1): number {
  let [sum, count] = [0, 0];
  for (let row = Math.round(y) - reach; row <= Math.round(y) + reach; row++)
    for (let column = Math.round(x) - reach; column <= Math.round(x) + reach; column++)
      for (const channel of [0, 1, 2]) {
        sum += data[4 * (row * width + column) + channel] ?? 0;
        count++;
      }
  return sum / count;
}
