/**
 * A glTF of JSON with buffers beside it or within it as one glb, so that whoever reads glb files reads it too. By the
 * specification (glTF 2.0, 4.4): header, JSON chunk, binary chunk, each filled up to four bytes.
 */

const MAGIC = 0x46546c67;
const [JSON_CHUNK, BINARY_CHUNK] = [0x4e4f534a, 0x004e4942];
const HEADER = 12;
const CHUNK_HEADER = 8;

interface BufferView {
  readonly buffer: number;
  readonly byteOffset?: number;
}

interface GltfJson {
  readonly buffers?: readonly { readonly uri?: string; readonly byteLength: number }[];
  readonly bufferViews?: readonly BufferView[];
}

const toFour = (length: number) => Math.ceil(length / 4) * 4;

/** `glTF` in its first four bytes. */
export const isGlb = (bytes: Uint8Array): boolean =>
  bytes.length >= HEADER && new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true) === MAGIC;

/** `readBuffer` is asked for every buffer by its address: a `data:` one, or one relative to the file's own. */
export async function packGlb(
  bytes: Uint8Array,
  readBuffer: (uri: string) => Promise<Uint8Array>,
): Promise<Uint8Array<ArrayBuffer>> {
  const gltf = JSON.parse(new TextDecoder().decode(bytes)) as GltfJson;
  const { buffers = [], bufferViews } = gltf;
  const contents = await Promise.all(
    buffers.map(({ uri }, i) => {
      if (uri === undefined) throw new Error(`buffer ${i} has no address, which only the first of a glb may lack`);
      return readBuffer(uri);
    }),
  );
  const starts: number[] = [];
  let length = 0;
  for (const [i, content] of contents.entries()) {
    const said = (buffers[i] as { byteLength: number }).byteLength;
    if (content.length < said) throw new Error(`buffer ${i} holds ${content.length} bytes, not ${said}`);
    starts.push(length);
    length += toFour(content.length);
  }
  const json = {
    ...gltf,
    ...(buffers.length > 0 && { buffers: [{ byteLength: length }] }),
    ...(bufferViews && {
      bufferViews: bufferViews.map((view) => ({
        ...view,
        buffer: 0,
        byteOffset: (view.byteOffset ?? 0) + (starts[view.buffer] as number),
      })),
    }),
  };
  const text = new TextEncoder().encode(JSON.stringify(json));
  const binaryAt = HEADER + CHUNK_HEADER + toFour(text.length) + CHUNK_HEADER;
  const hasBinary = buffers.length > 0;
  const packed = new Uint8Array(hasBinary ? binaryAt + length : binaryAt - CHUNK_HEADER);
  const view = new DataView(packed.buffer);
  for (const [i, word] of [MAGIC, 2, packed.length, toFour(text.length), JSON_CHUNK].entries())
    view.setUint32(4 * i, word, true);
  packed.fill(0x20, HEADER + CHUNK_HEADER, HEADER + CHUNK_HEADER + toFour(text.length));
  packed.set(text, HEADER + CHUNK_HEADER);
  if (hasBinary) {
    view.setUint32(binaryAt - 8, length, true);
    view.setUint32(binaryAt - 4, BINARY_CHUNK, true);
    for (const [i, content] of contents.entries()) packed.set(content, binaryAt + (starts[i] as number));
  }
  return packed;
}
