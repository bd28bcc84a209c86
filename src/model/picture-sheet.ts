/** A4 landscape with a picture of the view and everything that must be known with it. */
import { type PdfPage, type PdfText, wrapText } from './pdf.ts';

export interface SheetContent {
  readonly title: string;
  readonly subtitle: string;
  readonly language: string;
  readonly jpeg: Uint8Array;
  readonly columns: number;
  readonly rows: number;
  /** Beside the picture, in the order of reading. */
  readonly sections: readonly { readonly heading: string; readonly lines: readonly string[] }[];
  /** Below the picture, small. */
  readonly sources: string;
  /** Clockwise from north: where the picture looks. */
  readonly headingDegrees: number;
  /** Letter for north. */
  readonly north: string;
  readonly link: { readonly label: string; readonly url: string };
  /** What the sheet is not; always the last line. */
  readonly notice: string;
}

const WIDTH = 842;
const HEIGHT = 595;
const MARGIN = 32;
const COLUMN = 206;
const GAP = 20;
/** What the column leaves. */
const WIDE = WIDTH - 2 * MARGIN - GAP - COLUMN;
/** Where the picture begins. */
const TOP = 84;
const SMALL = 7.5;
const LEADING = 1.35;

/** Points of an arrow that points north on the sheet when up is where the picture looks. */
function northArrow(x: number, y: number, size: number, headingDegrees: number): number[] {
  const angle = (-headingDegrees * Math.PI) / 180;
  const shape = [0, -size, 0.5 * size, 0.7 * size, 0, 0.35 * size, -0.5 * size, 0.7 * size];
  return shape.map((_, i) => {
    const [px, py] = [shape[i - (i % 2)] as number, shape[i - (i % 2) + 1] as number];
    return i % 2 === 0
      ? x + px * Math.cos(angle) - py * Math.sin(angle)
      : y + px * Math.sin(angle) + py * Math.cos(angle);
  });
}

/** Left, top, width and height of the picture, points: sources and link take what they need, the picture gets the rest. */
export function pictureBox({
  sources,
  link,
  columns,
  rows,
}: Pick<SheetContent, 'sources' | 'link' | 'columns' | 'rows'>): readonly [number, number, number, number] {
  const small = wrapText(sources, SMALL, WIDE).length + wrapText(writeLink(link), SMALL, WIDE).length;
  const room = HEIGHT - TOP - small * SMALL * LEADING - 48 - MARGIN;
  const scale = Math.min(WIDE / columns, room / rows);
  return [MARGIN, TOP, columns * scale, rows * scale];
}

const writeLink = ({ label, url }: SheetContent['link']) => `${label} ${url}`;

export function composeSheet(content: SheetContent): PdfPage {
  const texts: PdfText[] = [];
  /** Adds a paragraph and gives the baseline after it. */
  function write(
    text: string,
    x: number,
    y: number,
    width: number,
    size: number,
    style: Partial<PdfText> = {},
  ): number {
    let baseline = y;
    for (const line of wrapText(text, size, width, style.bold)) {
      texts.push({ x, y: baseline, text: line, size, ...style });
      baseline += size * LEADING;
    }
    return baseline;
  }

  const picture = pictureBox(content);

  write(content.title, MARGIN, MARGIN + 16, WIDTH - 2 * MARGIN, 19, { bold: true });
  write(content.subtitle, MARGIN, MARGIN + 35, WIDTH - 2 * MARGIN, 10, { grey: 0.35 });

  const column = MARGIN + WIDE + GAP;
  const arrow = northArrow(column + 14, TOP + 16, 15, content.headingDegrees);
  texts.push({ x: column + 34, y: TOP + 20, text: content.north, size: 11, bold: true });
  let y = TOP + 54;
  for (const { heading, lines } of content.sections) {
    y = write(heading, column, y, COLUMN, 9.5, { bold: true }) + 1;
    for (const line of lines) y = write(line, column, y, COLUMN, 8.5) + 1;
    y += 9;
  }

  let foot = write(content.sources, MARGIN, TOP + picture[3] + 16, WIDE, SMALL, { grey: 0.3 }) + 3;
  const linkTop = foot - 7;
  foot = write(writeLink(content.link), MARGIN, foot, WIDE, SMALL);
  write(content.notice, MARGIN, HEIGHT - MARGIN, WIDTH - 2 * MARGIN, 9.5, { bold: true });

  return {
    width: WIDTH,
    height: HEIGHT,
    title: content.title,
    language: content.language,
    texts,
    shapes: [
      { points: [0, 0, WIDTH, 0, WIDTH, HEIGHT, 0, HEIGHT], grey: 1 },
      { points: arrow, grey: 0.15 },
    ],
    image: { jpeg: content.jpeg, columns: content.columns, rows: content.rows, box: picture },
    link: { url: content.link.url, box: [MARGIN, linkTop, WIDE, foot - linkTop - 4] },
  };
}
