/** A short text on a rounded ground: widths, counts and names of an event, readable over anything. */
import { LABEL_DENSITY, type LabelImage } from './label-image.ts';

/** `plain`: a name or a width; `strong`: pointed at or chosen; `alarm`: too narrow; `quiet`: not known or withheld. */
export type ChipKind = 'plain' | 'strong' | 'alarm' | 'quiet';

/** Characters: a longer name is cut short, the panel has it whole. */
const LONGEST = 28;

/** Without what is told between brackets at its end, then cut off. */
export function shortenName(text: string): string {
  if (text.length <= LONGEST) return text;
  const bare = text.replace(/ \([^()]*\)$/, '');
  return bare.length <= LONGEST ? bare : `${bare.slice(0, LONGEST - 1).trimEnd()}…`;
}

const FONT_SIZE = 13;
const HEIGHT = 24;
const styles: Record<ChipKind, { paper: string; ink: string; edge: string; isDashed: boolean }> = {
  plain: { paper: 'rgba(255, 253, 247, 0.94)', ink: '#1d3b3e', edge: '#0b5559', isDashed: false },
  strong: { paper: '#0b5559', ink: '#ffffff', edge: '#ffffff', isDashed: false },
  alarm: { paper: '#b3261e', ink: '#ffffff', edge: '#ffffff', isDashed: false },
  quiet: { paper: 'rgba(255, 253, 247, 0.9)', ink: '#4b5154', edge: '#6b7073', isDashed: true },
};

export function drawChip(text: string, kind: ChipKind): LabelImage {
  const image = document.createElement('canvas');
  const context = image.getContext('2d');
  if (!context) throw new Error('This browser gives no 2D canvas for labels.');
  const font = `600 ${FONT_SIZE}px system-ui, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif`;
  context.font = font;
  const width = Math.ceil(context.measureText(text).width) + 18;
  image.width = width * LABEL_DENSITY;
  image.height = HEIGHT * LABEL_DENSITY;
  context.scale(LABEL_DENSITY, LABEL_DENSITY);
  const { paper, ink, edge, isDashed } = styles[kind];
  context.beginPath();
  context.roundRect(1, 1, width - 2, HEIGHT - 2, 6);
  context.fillStyle = paper;
  context.fill();
  context.lineWidth = 1.5;
  context.strokeStyle = edge;
  if (isDashed) context.setLineDash([4, 3]);
  context.stroke();
  context.font = font;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = ink;
  context.fillText(text, width / 2, HEIGHT / 2 + 0.5);
  return { image, width, height: HEIGHT };
}
