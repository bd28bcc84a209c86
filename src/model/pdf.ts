/**
 * One page of PDF 1.4 with a photograph, text in Helvetica, lines and one link: all that a sheet needs, without a library.
 * Points (1/72 inch) from the upper left corner, y down.
 */

export interface PdfText {
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly bold?: boolean;
  /** 0 black to 1 white. */
  readonly grey?: number;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** ISO 639. */
  readonly language: string;
  readonly texts: readonly PdfText[];
  /** JPEG bytes with their pixels, and where they go. */
  readonly image: { readonly jpeg: Uint8Array; readonly columns: number; readonly rows: number; readonly box: PdfBox };
  /** Filled polygons: flat x, y. */
  readonly shapes: readonly { readonly points: readonly number[]; readonly grey: number }[];
  readonly link?: { readonly url: string; readonly box: PdfBox };
}

type PdfBox = readonly [x: number, y: number, width: number, height: number];

/** Helvetica, thousandths of the size, from space to tilde. */
const widths = (
  '278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 ' +
  '556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 ' +
  '469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584'
)
  .split(' ')
  .map(Number);

/** Points; letters beyond ASCII count as wide as most small ones, bold ones a little more. */
export function textWidth(text: string, size: number, bold = false): number {
  let sum = 0;
  for (const letter of text) sum += widths[(letter.codePointAt(0) as number) - 32] ?? 556;
  return (sum / 1000) * size * (bold ? 1.07 : 1);
}

/** Lines no wider than that; a word that is too long is broken. */
export function wrapText(text: string, size: number, width: number, bold = false): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/[ \n]+/).flatMap((part) => breakWord(part, size, width, bold))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, size, bold) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

function breakWord(word: string, size: number, width: number, bold: boolean): string[] {
  if (textWidth(word, size, bold) <= width) return [word];
  const parts: string[] = [''];
  for (const letter of word) {
    if (textWidth((parts.at(-1) as string) + letter, size, bold) > width) parts.push('');
    parts[parts.length - 1] += letter;
  }
  return parts;
}

/** Code points of WinAnsi beyond Latin-1, and what stands in for signs that Helvetica has not. */
const winAnsi: Readonly<Record<string, number>> = {
  '€': 0x80,
  '…': 0x85,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '•': 0x95,
  '–': 0x96,
  '—': 0x97,
  '−': 0x2d,
  '\u202f': 0x20,
};

/** A PDF string; what Helvetica cannot write becomes a question mark. */
function toPdfString(text: string): string {
  let result = '';
  for (const letter of text) {
    const point = letter.codePointAt(0) as number;
    const code = winAnsi[letter] ?? (point < 256 ? point : 0x3f);
    result += code > 126 || code < 32 || '()\\'.includes(letter) ? `\\${code.toString(8).padStart(3, '0')}` : letter;
  }
  return `(${result})`;
}

const round = (value: number) => Number(value.toFixed(2));

function drawPage({ height, texts, image, shapes }: PdfPage): string {
  const up = (y: number) => round(height - y);
  const [x, y, width, tall] = image.box;
  const polygons = shapes.map(({ points, grey }) => {
    const corners = points.flatMap((value, i) =>
      i % 2 === 0 ? [`${round(value)} ${up(points[i + 1] as number)}`] : [],
    );
    return `${grey} g ${corners.map((corner, i) => `${corner} ${i === 0 ? 'm' : 'l'}`).join(' ')} h f`;
  });
  const letters = texts.map(
    (item) =>
      `BT ${item.grey ?? 0.1} g /${item.bold ? 'F2' : 'F1'} ${item.size} Tf ${round(item.x)} ${up(item.y)} Td ${toPdfString(item.text)} Tj ET`,
  );
  return [
    ...polygons.slice(0, 1),
    `q ${round(width)} 0 0 ${round(tall)} ${round(x)} ${up(y + tall)} cm /Im Do Q`,
    ...polygons.slice(1),
    ...letters,
  ].join('\n');
}

/** The bytes of the file. */
export function writePdf(page: PdfPage): Blob {
  const { width, height, image, title, language, link } = page;
  const content = drawPage(page);
  const font = (name: string) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
  const annotation = link && [
    round(link.box[0]),
    round(height - link.box[1] - link.box[3]),
    round(link.box[0] + link.box[2]),
    round(height - link.box[1]),
  ];
  const annotations = link
    ? ` /Annots [<< /Type /Annot /Subtype /Link /Rect [${annotation?.join(' ')}] /Border [0 0 0] /A << /S /URI /URI ${toPdfString(link.url)} >> >>]`
    : '';
  const objects: (string | readonly [string, Uint8Array])[] = [
    `<< /Type /Catalog /Pages 2 0 R /Lang ${toPdfString(language)} /ViewerPreferences << /DisplayDocTitle true >> >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 6 0 R >> /XObject << /Im 7 0 R >> >>${annotations} >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    font('Helvetica'),
    font('Helvetica-Bold'),
    [
      `<< /Type /XObject /Subtype /Image /Width ${image.columns} /Height ${image.rows} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${image.jpeg.length} >>`,
      image.jpeg,
    ],
    `<< /Title ${toPdfString(title)} /Producer (Tweelingstad) >>`,
  ];
  const parts: (string | Uint8Array)[] = ['%PDF-1.4\n'];
  const offsets: number[] = [];
  let at = 9;
  const push = (part: string | Uint8Array) => {
    parts.push(part);
    at += part.length;
  };
  for (const [i, object] of objects.entries()) {
    offsets.push(at);
    push(`${i + 1} 0 obj\n`);
    if (typeof object === 'string') push(object);
    else {
      push(`${object[0]}\nstream\n`);
      push(object[1]);
      push('\nendstream');
    }
    push('\nendobj\n');
  }
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  parts.push(
    `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries.join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 8 0 R >>\nstartxref\n${at}\n%%EOF\n`,
  );
  return new Blob(parts as BlobPart[], { type: 'application/pdf' });
}
