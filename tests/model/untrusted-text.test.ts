/** Texts from data in all that is written for other programs: they stay texts. */
import { describe, expect, it } from 'vitest';
import { writeCsv } from '../../src/model/csv.ts';
import { html, writeSavedPage } from '../../src/model/html.ts';
import { writePdf } from '../../src/model/pdf.ts';
import { toWebAddress } from '../../src/model/web-address.ts';
import { addressPayloads, formulaPayloads, markupPayloads, namePayloads } from '../fixtures/payloads.ts';

/** Names of tags and of their attributes, in order: what a text must not change. */
const listTags = (page: string): string[] =>
  [...page.matchAll(/<(!?\/?[a-z][\w-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>/gi)].map(
    ([, name, attributes = '']) =>
      `${name} ${[...attributes.matchAll(/([\w-]+)\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/g)].map((match) => match[1]).join(' ')}`,
  );

/** Cells as a spreadsheet reads them, with this sign between them. */
function readCells(csv: string, separator: string): string[] {
  const cells: string[] = [];
  let [cell, isQuoted, isStart] = ['', false, true];
  for (let i = 0; i < csv.length; i++) {
    const sign = csv[i] as string;
    if (isQuoted && sign === '"' && csv[i + 1] === '"') cell += csv[++i];
    else if (isQuoted && sign === '"') isQuoted = false;
    else if (!isQuoted && isStart && sign === '"') isQuoted = true;
    else if (!isQuoted && (sign === separator || sign === '\n' || sign === '\r')) {
      cells.push(cell);
      cell = '';
      isStart = true;
      continue;
    } else cell += sign;
    isStart = false;
  }
  return [...cells, cell];
}

const isFormula = (cell: string) => /^[\s\ufeff]*[=+\-@＝＋－＠]/.test(cell) && !/^-?\d+([.,]\d+)?$/.test(cell);

describe('a saved page', () => {
  const write = (text: string) =>
    writeSavedPage({
      title: text,
      language: text,
      style: 'b{color:red}',
      body: html`<p title="${text}">${text}</p>${[html`<b>${text}</b>`, text]}${undefined}`,
    });

  it.each([...markupPayloads, ...formulaPayloads])('takes no markup from %j', (payload) => {
    const page = write(payload);
    expect(listTags(page)).toEqual(listTags(write('x')));
    // Nothing but the five tags of ours and the head begins with a less-than sign.
    expect(page.match(/</g)).toHaveLength((write('x').match(/</g) ?? []).length);
  });

  it('tells tags of a payload apart, so that this test can fail', () => {
    expect(listTags(`<p>${markupPayloads[0]}</p>`)).not.toEqual(listTags('<p>x</p>'));
  });
});

describe('a table for spreadsheets', () => {
  it.each([...formulaPayloads, ...markupPayloads])(
    'computes nothing from %j, whatever ends a cell there',
    (payload) => {
      const csv = writeCsv(
        [
          ['naam', 'tekst', 'getal'],
          ['a', payload, -1.5],
          [payload, payload, 2],
        ],
        ',',
      );
      for (const separator of [';', ',', '\t'])
        expect(readCells(csv, separator).filter(isFormula), `cells between ${JSON.stringify(separator)}`).toEqual([]);
    },
  );

  it('leaves numbers and plain words as they are', () => {
    const csv = writeCsv([['-3,5', '+31', 'Noord, -3 m', 'a-b', 'x;-2 y', -4]], ',');
    expect(csv).toBe('\ufeff-3,5;+31;Noord, -3 m;a-b;"x;-2 y";-4\r\n');
  });
});

describe('a link from data', () => {
  it.each(addressPayloads)('%j is none', (payload) => {
    expect(toWebAddress(payload)).toBeUndefined();
    const based = toWebAddress(payload, 'https://proefdam.nl/made/x/');
    expect(based === undefined || based.startsWith('https://proefdam.nl/')).toBe(true);
  });

  it.each([
    ['https://www.pdok.nl/x?y=1', undefined, 'https://www.pdok.nl/x?y=1'],
    ['besluit.pdf', 'https://proefdam.nl/made/x/', 'https://proefdam.nl/made/x/besluit.pdf'],
    [undefined, undefined, undefined],
    ['besluit.pdf', undefined, undefined],
  ])('%j from %j is %j', (address, base, href) => expect(toWebAddress(address, base)).toBe(href));
});

describe('a sheet as PDF', () => {
  const write = async (text: string) =>
    Buffer.from(
      await writePdf({
        width: 100,
        height: 100,
        title: text,
        language: 'nl',
        texts: [{ x: 1, y: 1, text, size: 9 }],
        image: { jpeg: new Uint8Array(4), columns: 1, rows: 1, box: [0, 0, 1, 1] },
        shapes: [],
        link: { url: text, box: [0, 0, 1, 1] },
      }).arrayBuffer(),
    ).toString('latin1');
  /** Strings out, what remains is the structure. */
  const structure = (pdf: string) =>
    pdf.replaceAll(/\((?:[^()\\]|\\.)*\)/g, '()').replaceAll(/\d{10}|\/Length \d+|startxref\n\d+/g, '');

  it.each([...markupPayloads, ...namePayloads, ') Tj ET /JavaScript (app.alert(1)) \\', '\\) >> endobj'])(
    'gets no object from %j',
    async (payload) => expect(structure(await write(payload))).toBe(structure(await write('x'))),
  );
});
