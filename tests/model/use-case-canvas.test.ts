import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../src/model/scenario.ts';
import {
  type CanvasField,
  canvasParts,
  canvasSectionIds,
  canvasSections,
  countRows,
  emptyCanvas,
  filledRows,
  LONGEST_CELL,
  LONGEST_PART,
  MOST_ROWS,
  parseCanvasFile,
  pickCanvas,
  sectionsOf,
  toPlainText,
  type UseCaseCanvas,
  withCell,
  withForm,
  withLine,
  withMovedRow,
  withoutRow,
  withPart,
  withRow,
  writeCanvasFile,
} from '../../src/model/use-case-canvas.ts';

const read = (canvases: readonly unknown[]) => parseCanvasFile({ tweelingstad: 1, canvases }, 'c.json');
const blank = emptyCanvas('claims', 'Past het?', 'nl');

/** Something in every field that there is. */
function fullCanvas(): UseCaseCanvas {
  let canvas = withLine(withForm(blank, 'full'), 'author', 'projectleider');
  for (const part of canvasParts) canvas = withPart(canvas, part, `Over ${part}.\nTweede regel.`);
  for (const section of canvasSectionIds) {
    for (const row of [0, 1, 2]) {
      canvas = withRow(canvas, section);
      for (const field of canvasSections[section].fields)
        canvas = withCell(canvas, section, row, field, `${section} ${field} ${row}`);
    }
  }
  return canvas;
}

describe('a canvas', () => {
  it('comes back from a file as it was', () => {
    expect(parseCanvasFile(JSON.parse(writeCanvasFile([fullCanvas(), blank])), 'c.json')).toEqual([
      fullCanvas(),
      blank,
    ]);
  });

  it('grows from light to full and back without loss', () => {
    const full = fullCanvas();
    const light = withForm(full, 'light');
    expect({ ...light, form: 'full' }).toEqual(full);
    expect(withForm(withPart(light, 'purpose', 'Anders'), 'full').sections).toEqual(full.sections);
    expect(countRows(light)).toBe(3 * canvasSectionIds.length);
  });

  it('has a home in one of the three parts for every section', () => {
    expect(canvasParts.flatMap(sectionsOf).toSorted()).toEqual(canvasSectionIds.toSorted());
    expect(canvasParts.every((part) => sectionsOf(part).length > 1)).toBe(true);
  });

  it('keeps members that this version does not know, also through edits and in a scenario', () => {
    const unknown = {
      ...fullCanvas(),
      mood: 'calm',
      parts: { ...fullCanvas().parts, later: 'x' },
      sections: { ...fullCanvas().sections, goals: [{ goal: 'a', weight: 3 }], risks: [{ risk: 'b' }] },
    };
    const [canvas] = read([unknown]) as [UseCaseCanvas];
    const edited = withCell(withPart(canvas, 'means', 'Nieuw'), 'goals', 0, 'goal', 'c');
    expect(edited).toEqual({
      ...unknown,
      parts: { ...unknown.parts, means: 'Nieuw' },
      sections: { ...unknown.sections, goals: [{ goal: 'c', weight: 3 }] },
    });
    const scenario = {
      schema: 1,
      title: 'x',
      municipality: 'm',
      madeWith: '0',
      created: '2026-11-22',
      measures: [],
      layers: {},
      walking: false,
      language: 'nl',
      compare: { mode: 'off', position: 0.5 },
      canvases: [edited],
    };
    expect(parseScenario(scenario, 's').scenario.canvases).toEqual([edited]);
    const broken = { ...scenario, canvases: [{ ...edited, form: 'huge' }] };
    expect(() => parseScenario(broken, 's.json')).toThrow(/s\.json is no scenario: canvases\.0\.form/);
  });

  it('is refused with file and field', () => {
    const full = fullCanvas();
    expect(() => read([blank, { ...blank, form: 'x' }])).toThrow(/^c\.json is no set of canvases: canvases\.1\.form/);
    expect(() => read([{ ...blank, question: 'Wat claimt?' }])).toThrow(/canvases\.0\.question/);
    expect(() => read([{ ...blank, parts: { means: 'x'.repeat(LONGEST_PART + 1) } }])).toThrow(/parts\.means/);
    expect(() => read([{ ...blank, parts: { means: 'a\u0007b' } }])).toThrow(/parts\.means: .*plain text/);
    expect(() => read([{ ...full, sections: { steps: [{ what: 'a' }, { who: 3 }] } }])).toThrow(
      /sections\.steps\.1\.who/,
    );
    expect(() => read([{ ...full, sections: { goals: Array(MOST_ROWS + 1).fill({}) } }])).toThrow(/sections\.goals/);
    expect(() => read([])).toThrow(/canvases/);
    expect(() => parseCanvasFile([], 'c.json')).toThrow(/top level/);
  });

  it('takes markup as the signs that it is, and leaves out signs that are not written', () => {
    const [canvas] = read([withPart(blank, 'purpose', '<b>Minder dan</b> 5 m² & < 3 m')]) as [UseCaseCanvas];
    expect(canvas.parts.purpose).toBe('<b>Minder dan</b> 5 m² & < 3 m');
    expect(toPlainText('a\r\nb\rc\u0000d\te', 99)).toBe('a\nb\ncd\te');
    expect(
      withCell(withRow(blank, 'goals'), 'goals', 0, 'goal', 'x'.repeat(999)).sections.goals?.[0]?.goal,
    ).toHaveLength(LONGEST_CELL);
    expect(withLine(blank, 'title', ' a \n b ').title).toBe('a b');
  });
});

describe('rows', () => {
  const names = (canvas: UseCaseCanvas) => canvas.sections.steps?.map(({ what }) => what);
  const named = (...list: readonly string[]) =>
    list.reduce((canvas, what) => withRow(canvas, 'steps', { what }), blank);

  it('are added, moved and removed, and others stay where they are', () => {
    const abc = named('a', 'b', 'c');
    expect(names(withMovedRow(abc, 'steps', 0, 1))).toEqual(['b', 'a', 'c']);
    expect(names(withMovedRow(abc, 'steps', 2, -1))).toEqual(['a', 'c', 'b']);
    expect(names(withoutRow(abc, 'steps', 1))).toEqual(['a', 'c']);
  });

  it('answer the same canvas when nothing changes, so that it is no step', () => {
    const abc = named('a', 'b', 'c');
    expect(withMovedRow(abc, 'steps', 0, -1)).toBe(abc);
    expect(withMovedRow(abc, 'steps', 2, 1)).toBe(abc);
    expect(withoutRow(abc, 'steps', 3)).toBe(abc);
    expect(withCell(abc, 'steps', 1, 'what', 'b')).toBe(abc);
    expect(withCell(abc, 'steps', 1, 'who', '')).toBe(abc);
    expect(withPart(abc, 'means', '')).toBe(abc);
    expect(withForm(abc, 'light')).toBe(abc);
    const full = named(...Array.from({ length: MOST_ROWS }, (_, i) => `${i}`));
    expect(withRow(full, 'steps')).toBe(full);
  });

  it('count only where something is written', () => {
    expect(filledRows(withRow(withRow(named('a'), 'steps'), 'steps', { who: ' ' }), 'steps')).toHaveLength(1);
  });
});

describe('the canvases of Markerwaard', () => {
  const files = ['claims', 'flood'].map((name) => `data/markerwaard/canvas/${name}.json`);
  const canvases = files.flatMap((file) => parseCanvasFile(JSON.parse(readFileSync(file, 'utf8')), file));

  it('fill every part and section, in both languages alike', () => {
    const shape = (canvas: UseCaseCanvas | undefined) =>
      canvas &&
      canvasSectionIds.map((section) =>
        filledRows(canvas, section).map((row) =>
          canvasSections[section].fields.filter((field: CanvasField) => row[field]),
        ),
      );
    for (const question of ['claims', 'flood']) {
      const [nl, en] = ['nl', 'en'].map((language) => pickCanvas(canvases, question, language));
      expect([nl?.language, en?.language]).toEqual(['nl', 'en']);
      expect(shape(en)).toEqual(shape(nl));
      expect(shape(nl)?.every((rows) => rows.length > 1)).toBe(true);
      expect(canvasParts.every((part) => nl?.parts[part] && en?.parts[part])).toBe(true);
      expect(nl?.form).toBe('light');
      expect(nl && filledRows(nl, 'steps').filter(({ decision }) => decision).length).toBeGreaterThan(1);
    }
  });

  it('are picked by question, in another language where there is no better', () => {
    expect(pickCanvas(canvases, 'flood', 'fr')?.question).toBe('flood');
    expect(pickCanvas(canvases, 'heat', 'nl')).toBeUndefined();
  });
});
