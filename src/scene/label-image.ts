/** Street names drawn once each on a small canvas: dark ink with a halo of paper, as on a printed map. */

export interface LabelImage {
  readonly image: HTMLCanvasElement;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

const FONT_SIZE = 12.5;
const HALO = 2.5;
/** Canvas pixels per CSS pixel, for sharp text on dense screens. */
export const LABEL_DENSITY = 2;

export function drawLabel(text: string): LabelImage {
  const image = document.createElement('canvas');
  const context = image.getContext('2d');
  if (!context) throw new Error('This browser gives no 2D canvas for labels.');
  const font = `500 ${FONT_SIZE}px system-ui, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif`;
  context.font = font;
  context.letterSpacing = '0.3px';
  const width = Math.ceil(context.measureText(text).width) + 2 * HALO + 2;
  const height = Math.ceil(FONT_SIZE + 2 * HALO + 4);
  image.width = width * LABEL_DENSITY;
  image.height = height * LABEL_DENSITY;
  context.scale(LABEL_DENSITY, LABEL_DENSITY);
  context.font = font;
  context.letterSpacing = '0.3px';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  // Two strokes, the wider one thinner: a halo without an edge.
  for (const [share, alpha] of [
    [1, 0.38],
    [0.55, 0.62],
  ] as const) {
    context.lineWidth = 2 * HALO * share;
    context.strokeStyle = `rgba(252, 250, 243, ${alpha})`;
    context.strokeText(text, width / 2, height / 2);
  }
  context.fillStyle = '#3a3f45';
  context.fillText(text, width / 2, height / 2);
  return { image, width, height };
}
