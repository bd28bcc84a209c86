/**
 * Textures that lie over a fill: drawn once per level with a seeded generator, seamless over tiles of 512 pixels. Marks are sized in
 * metres, but never finer than a pixel can show; contrast stays low, since the eye should read "clinkers" and not see a pattern.
 */
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { seedRandom } from '../../model/random.ts';

const SIZE = 512;

const textureNames = [
  'grass',
  'garden',
  'canopy',
  'shrubs',
  'reed',
  'gravel',
  'clinker',
  'slabs',
  'asphalt',
  'water',
] as const;
export type TextureName = (typeof textureNames)[number];

interface Brush {
  readonly context: SKRSContext2D;
  readonly random: () => number;
  /** Ground metres per pixel. */
  readonly metres: number;
}

/** Calls `mark` at the place and at its copies over the borders, so that the texture has no seam. */
function scatter(brush: Brush, count: number, reach: number, mark: (x: number, y: number) => void): void {
  for (let n = 0; n < count; n++) {
    const x = brush.random() * SIZE;
    const y = brush.random() * SIZE;
    const columns = [0, ...(x < reach ? [SIZE] : []), ...(x > SIZE - reach ? [-SIZE] : [])];
    const rows = [0, ...(y < reach ? [SIZE] : []), ...(y > SIZE - reach ? [-SIZE] : [])];
    for (const dx of columns) for (const dy of rows) mark(x + dx, y + dy);
  }
}

/** A round blot that fades out: drawn once and stamped, since a gradient per blot takes ten times as long. */
function makeBlot(radius: number, colour: string, alpha: number): Canvas {
  const side = 2 * Math.ceil(radius);
  const blot = createCanvas(side, side);
  const context = blot.getContext('2d');
  const gradient = context.createRadialGradient(side / 2, side / 2, 0, side / 2, side / 2, radius);
  gradient.addColorStop(0, colour + alphaHex(alpha));
  gradient.addColorStop(1, `${colour}00`);
  context.fillStyle = gradient;
  context.fillRect(0, 0, side, side);
  return blot;
}

/** Blots of light and dark, `metres` across, as in a watercolour. */
function mottle(brush: Brush, metres: number, alpha: number, dark: string, light: string): void {
  const radius = Math.max(metres / brush.metres / 2, 5) * 1.3;
  const count = Math.round((SIZE / radius) ** 2 * 0.7);
  const blots = [makeBlot(radius, dark, alpha), makeBlot(radius, light, alpha)] as const;
  const half = Math.ceil(radius);
  scatter(brush, count, half, (x, y) => {
    const blot = blots[Math.floor(x * 7 + y * 13) & 1] as Canvas;
    brush.context.drawImage(blot, x - half, y - half);
  });
}

const alphaHex = (alpha: number) =>
  Math.round(alpha * 255)
    .toString(16)
    .padStart(2, '0');

/** Round heads seen from above: dark below on the right, light above on the left. */
function heads(brush: Brush, metres: number, cover: number, alpha: number): void {
  const radius = Math.max(metres / brush.metres / 2, 3);
  const count = Math.round((cover * SIZE * SIZE) / (radius * radius * 3));
  const { context, random } = brush;
  scatter(brush, count, radius * 2, (x, y) => {
    const r = radius * (0.75 + 0.5 * random());
    context.fillStyle = `#33502c${alphaHex(alpha)}`;
    context.beginPath();
    context.arc(x + r * 0.25, y + r * 0.25, r, 0, 7);
    context.fill();
    context.fillStyle = `#c9d9a4${alphaHex(alpha * 0.9)}`;
    context.beginPath();
    context.arc(x - r * 0.15, y - r * 0.15, r * 0.72, 0, 7);
    context.fill();
  });
}

/** Courses of stones in half-brick bond, `length` by `width` metres, at least so many pixels. */
function stones(brush: Brush, length: number, width: number, bond: number, alpha: number): void {
  const { context, random } = brush;
  // Whole stones per texture, or the seam shows.
  const columns = Math.min(Math.round((SIZE * brush.metres) / length), SIZE / 4);
  const rows = 2 * Math.min(Math.round((SIZE * brush.metres) / width / 2), SIZE / 4);
  const w = SIZE / columns;
  const h = SIZE / rows;
  for (let row = 0; row < rows; row++) {
    for (let column = -1; column < columns; column++) {
      const shade = random();
      context.fillStyle = (shade > 0.5 ? '#fff4e0' : '#5a4030') + alphaHex(Math.abs(shade - 0.5) * alpha);
      context.fillRect((column + (row % 2) * bond) * w, row * h, w, h);
    }
  }
}

function specks(brush: Brush, perPixel: number, alpha: number): void {
  const { context, random } = brush;
  scatter(brush, Math.round(SIZE * SIZE * perPixel), 2, (x, y) => {
    context.fillStyle = (random() > 0.5 ? '#ffffff' : '#4d4237') + alphaHex(alpha * (0.4 + random()));
    context.fillRect(x, y, 1.5, 1.5);
  });
}

/** Short strokes, `metres` long, leaning by chance. */
function blades(brush: Brush, perSquareMetre: number, metres: number, alpha: number, lean: number): void {
  const { context, random } = brush;
  const length = Math.max(metres / brush.metres, 2);
  const count = Math.min(Math.round(perSquareMetre * (SIZE * brush.metres) ** 2), 2200);
  context.lineWidth = 1;
  scatter(brush, count, length, (x, y) => {
    const dx = (random() - 0.5) * lean * length;
    context.strokeStyle = (random() > 0.45 ? '#5f7f45' : '#e6ecc4') + alphaHex(alpha * (0.5 + random()));
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(x + dx, y - length);
    context.stroke();
  });
}

function ripples(brush: Brush): void {
  const { context, random } = brush;
  const length = Math.max(2.4 / brush.metres, 6);
  const count = Math.min(Math.round((SIZE * brush.metres) ** 2 / 9), 260);
  scatter(brush, count, length * 1.3, (x, y) => {
    const half = length * (0.3 + 0.5 * random());
    context.strokeStyle = `#ffffff${alphaHex(0.05 + 0.09 * random())}`;
    context.lineWidth = Math.max(0.12 / brush.metres, 0.9);
    context.beginPath();
    context.moveTo(x - half, y);
    context.quadraticCurveTo(x, y - half * 0.22, x + half, y);
    context.stroke();
  });
}

const near = 0.25;

const paint: Readonly<Record<TextureName, (brush: Brush) => void>> = {
  grass(brush) {
    mottle(brush, 9, 0.1, '#7d9a58', '#e2e6b4');
    if (brush.metres < near) blades(brush, 2.2, 0.3, 0.2, 0.9);
  },
  garden(brush) {
    mottle(brush, 7, 0.22, '#93ab6a', '#efe4cc');
    // Bushes here and there.
    if (brush.metres < 0.5) heads(brush, 2.4, 0.12, 0.16);
    if (brush.metres < near) blades(brush, 0.8, 0.3, 0.16, 1);
  },
  canopy(brush) {
    mottle(brush, 24, 0.12, '#3f6436', '#c3d498');
    heads(brush, 6, 1, 0.17);
  },
  shrubs(brush) {
    heads(brush, 1.8, 0.7, 0.15);
  },
  reed(brush) {
    mottle(brush, 6, 0.1, '#8a9355', '#dcdcae');
    if (brush.metres < 0.6) blades(brush, 2.5, 0.7, 0.3, 0.4);
  },
  gravel(brush) {
    mottle(brush, 8, 0.07, '#a08a62', '#fff3d6');
    if (brush.metres < near) specks(brush, 0.02, 0.1);
  },
  clinker(brush) {
    mottle(brush, 6, 0.05, '#8a6a52', '#fff0dc');
    if (brush.metres < near) stones(brush, 0.42, 0.21, 0.5, 0.2);
  },
  slabs(brush) {
    mottle(brush, 7, 0.05, '#9a8c78', '#fffaf0');
    if (brush.metres < near) stones(brush, 0.6, 0.6, 0.5, 0.13);
  },
  asphalt(brush) {
    mottle(brush, 7, 0.05, '#7a7168', '#fbf4ea');
    if (brush.metres < near) specks(brush, 0.015, 0.1);
  },
  water(brush) {
    mottle(brush, 40, 0.06, '#5f98a3', '#c9e0dc');
    if (brush.metres < 1) ripples(brush);
  },
};

export function createTexture(name: TextureName, metresPerPixel: number): Canvas {
  const canvas = createCanvas(SIZE, SIZE);
  const random = seedRandom(textureNames.indexOf(name) + 1);
  paint[name]({ context: canvas.getContext('2d'), random, metres: metresPerPixel });
  return canvas;
}
