/** The bytes of all claims (`model/claim-paint.ts`) as a texture: two texels a claim, so many claims a row. */
import {
  PixelDatatype,
  PixelFormat,
  TextureMagnificationFilter,
  TextureMinificationFilter,
  TextureUniform,
} from 'cesium';
import { PAINT_BYTES } from '../model/claim-paint.ts';

export const CLAIMS_WIDE = 256;

export function createLooks(paint: Uint8Array): TextureUniform {
  const height = Math.max(Math.ceil(paint.length / PAINT_BYTES / CLAIMS_WIDE), 1);
  const typedArray = new Uint8Array(CLAIMS_WIDE * PAINT_BYTES * height);
  typedArray.set(paint);
  return new TextureUniform({
    typedArray,
    width: CLAIMS_WIDE * 2,
    height,
    pixelFormat: PixelFormat.RGBA,
    pixelDatatype: PixelDatatype.UNSIGNED_BYTE,
    repeat: false,
    minificationFilter: TextureMinificationFilter.NEAREST,
    magnificationFilter: TextureMagnificationFilter.NEAREST,
  });
}
