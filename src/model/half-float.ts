/** 16-bit floats (IEEE 754 binary16), as the graphics card reads them. Eleven bits: 0.1 mm at 0.2 m, 2 mm at 4 m. */
const word = new Float32Array(1);
const bits = new Uint32Array(word.buffer);

/** The nearest half, ties to even; beyond 65504 infinity. NaN stays NaN. */
export function toHalf(value: number): number {
  word[0] = value;
  const whole = bits[0] as number;
  const sign = (whole >>> 16) & 0x8000;
  const exponent = (whole >>> 23) & 0xff;
  const mantissa = whole & 0x7fffff;
  if (exponent === 0xff) return sign | 0x7c00 | (mantissa ? 0x200 : 0);
  const shifted = exponent - 112;
  if (shifted >= 31) return sign | 0x7c00;
  if (shifted <= 0) {
    if (shifted < -10) return sign;
    const full = mantissa | 0x800000;
    return sign | roundOff(full, 14 - shifted);
  }
  // A carry out of the mantissa goes into the exponent, as it should.
  return sign + roundOff((shifted << 23) | mantissa, 13);
}

function roundOff(value: number, places: number): number {
  const kept = value >>> places;
  const rest = value & ((1 << places) - 1);
  const half = 1 << (places - 1);
  return rest > half || (rest === half && (kept & 1) === 1) ? kept + 1 : kept;
}

export function fromHalf(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >>> 10) & 0x1f;
  const mantissa = half & 0x3ff;
  if (exponent === 0x1f) return mantissa ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return exponent === 0 ? (sign * mantissa) / 2 ** 24 : sign * (1 + mantissa / 1024) * 2 ** (exponent - 15);
}
