import { describe, expect, it } from 'vitest';
import { textWidth, wrapText, writePdf } from '../../src/model/pdf.ts';
import { composeSheet, pictureBox } from '../../src/model/picture-sheet.ts';
import { writeZip } from '../../src/model/zip.ts';

const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xd9]);
const content = {
  title: 'Havenkwartier (concept) – variant “Kade”',
  subtitle: 'Gemeente Markerwaard',
  language: 'nl',
  jpeg,
  columns: 1600,
  rows: 1000,
  sections: [{ heading: 'Datum', lines: ['21 maart 2026, 17.00 uur (wintertijd)'] }],
  sources: 'Bronnen: AHN, 3DBAG. '.repeat(30),
  headingDegrees: 90,
  north: 'N',
  link: { label: 'Link:', url: `https://voorbeeld.nl/?municipality=markerwaard#v=2&eye=${'147000,'.repeat(20)}` },
  notice: 'Impressie, geen rechten.',
};

describe('text on a sheet', () => {
  it('is as wide as Helvetica says', () => {
    expect(textWidth('AVERAGE', 10)).toBeCloseTo((667 + 667 + 667 + 722 + 667 + 778 + 667) / 100, 9);
  });

  it('stays within its column, words that are too long too', () => {
    const lines = wrapText(`kort ${'lang'.repeat(40)} en nog wat woorden daarna`, 9, 100);
    expect(lines.every((line) => textWidth(line, 9) <= 100)).toBe(true);
    expect(lines.join('').replaceAll(' ', '')).toBe(`kort${'lang'.repeat(40)}ennogwatwoordendaarna`);
  });
});

describe('the sheet', () => {
  const page = composeSheet(content);

  it('keeps everything on the page and the picture in its proportion', () => {
    const [x, y, width, height] = page.image.box;
    expect(width / height).toBeCloseTo(1.6, 9);
    expect([x >= 0, y >= 0, x + width <= page.width, y + height <= page.height]).toEqual([true, true, true, true]);
    const notice = page.texts.at(-1);
    expect(notice?.text).toBe(content.notice);
    for (const { y: base } of page.texts.slice(0, -1)) expect(base).toBeLessThan((notice?.y ?? 0) - 9);
    for (const { x: left, y: base, text, size, bold } of page.texts) {
      expect(base).toBeLessThan(page.height);
      expect(left + textWidth(text, size, bold)).toBeLessThan(page.width);
    }
  });

  it('tells how wide the picture comes out: of a tall one its height decides', () => {
    expect(pictureBox(content)).toEqual(page.image.box);
    const [, , wide = 0] = pictureBox({ ...content, columns: 3200 });
    const [, , tall = 0] = pictureBox({ ...content, columns: 500 });
    expect(wide).toBe(552);
    expect(tall).toBeLessThan(250);
  });

  it('looks east with north to the left', () => {
    const [tipX, tipY, , , innerX, innerY] = (page.shapes[1]?.points ?? []) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    expect(tipX).toBeLessThan(innerX - 10);
    expect(tipY).toBeCloseTo(innerY, 6);
  });

  it('is a file whose table of objects points at its objects', async () => {
    const bytes = Buffer.from(await writePdf(page).arrayBuffer());
    const text = bytes.toString('latin1');
    expect(text.startsWith('%PDF-1.4')).toBe(true);
    const table = Number(/startxref\n(\d+)/.exec(text)?.[1]);
    expect(text.slice(table, table + 4)).toBe('xref');
    const offsets = [...text.slice(table).matchAll(/^(\d{10}) 00000 n /gm)].map((match) => Number(match[1]));
    expect(offsets).toHaveLength(8);
    for (const [i, offset] of offsets.entries()) expect(text.slice(offset)).toMatch(new RegExp(`^${i + 1} 0 obj`));
    const [, length = '', stream = ''] = /<< \/Length (\d+) >>\nstream\n([\s\S]*?)\nendstream/.exec(text) ?? [];
    expect(stream).toHaveLength(Number(length));
    expect(stream).toContain('\\226 variant \\223Kade\\224');
    expect(text).toContain('/URI (https://voorbeeld.nl/?municipality=markerwaard#v=2');
    expect(bytes.includes(Buffer.from(jpeg))).toBe(true);
  });
});

describe('a zip', () => {
  it('holds its files under their names, with sums that fit', async () => {
    const hello = new TextEncoder().encode('hallo');
    const bytes = Buffer.from(
      await writeZip(
        [
          { name: 'a.txt', bytes: hello },
          { name: 'map/één.txt', bytes: new Uint8Array() },
        ],
        new Date('2026-03-21T12:00:00Z'),
      ).arrayBuffer(),
    );
    const end = bytes.length - 22;
    expect(bytes.readUInt32LE(end)).toBe(0x06054b50);
    expect(bytes.readUInt16LE(end + 10)).toBe(2);
    const directory = bytes.readUInt32LE(end + 16);
    expect(directory + bytes.readUInt32LE(end + 12)).toBe(end);
    expect(bytes.readUInt32LE(directory)).toBe(0x02014b50);
    // CRC-32 of "hallo" as zlib computes it.
    expect([bytes.readUInt32LE(directory + 16), bytes.readUInt32LE(14)]).toEqual([0xb97231d1, 0xb97231d1]);
    const local = bytes.readUInt32LE(directory + 42);
    const name = bytes.readUInt16LE(local + 26);
    expect(bytes.subarray(local + 30, local + 30 + name).toString()).toBe('a.txt');
    expect(bytes.subarray(local + 30 + name, local + 30 + name + 5).toString()).toBe('hallo');
    expect(bytes.toString('utf8')).toContain('map/één.txt');
  });
});
