/** A point's number in a disc, as the panel's list has it. */
import { LABEL_DENSITY } from './label-image.ts';

/** CSS pixels across, with its white rim. */
const SIZE = 24;

export function drawBadge(text: string): HTMLCanvasElement {
  const image = document.createElement('canvas');
  const context = image.getContext('2d');
  if (!context) throw new Error('This browser gives no 2D canvas for numbers.');
  image.width = SIZE * LABEL_DENSITY;
  image.height = SIZE * LABEL_DENSITY;
  context.scale(LABEL_DENSITY, LABEL_DENSITY);
  context.beginPath();
  context.arc(SIZE / 2, SIZE / 2, SIZE / 2 - 1.5, 0, 2 * Math.PI);
  context.fillStyle = '#0b5559';
  context.fill();
  context.lineWidth = 2;
  context.strokeStyle = '#ffffff';
  context.stroke();
  context.font = '600 12px system-ui, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = '#ffffff';
  context.fillText(text, SIZE / 2, SIZE / 2 + 0.5);
  return image;
}
