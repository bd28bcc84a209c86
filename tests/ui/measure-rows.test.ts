import { describe, expect, it } from 'vitest';
import type { MeasurePoint } from '../../src/model/measure.ts';
import { createFormat } from '../../src/ui/format.ts';
import { areaRows, decimalsOf, distanceRows, writePoint } from '../../src/ui/measure-rows.ts';
import { createProfileFrame } from '../../src/ui/profile-frame.ts';
import { measureText } from '../../src/ui/text/measure.ts';
import { nl as dutch } from '../../src/ui/text/nl.ts';

const { nl } = measureText;
const format = createFormat('nl', dutch);
const at = (x: number, y: number, nap?: number, error: number | undefined = 0): MeasurePoint => ({
  x: 147000 + x,
  y: 508000 + y,
  nap,
  on: 'typed',
  error,
});
const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ');
const asText = ({ rows }: ReturnType<typeof distanceRows>) =>
  rows.map(({ label, value }) => plain(`${label}: ${value}`));

describe('measured figures in words', () => {
  it('have as many decimals as their error leaves sense in', () => {
    expect([undefined, 0, 0.03, 0.3, 3].map(decimalsOf)).toEqual([1, 2, 2, 1, 0]);
    const list = distanceRows([at(0, 0, -4, 0.3), at(3, 4, 8, 0.4)], nl, format);
    expect(asText(list).slice(0, 3)).toEqual([
      'Op de kaart: 5,0 ± 0,5 m',
      'In 3D, met hoogte: 13,0 ± 0,5 m',
      'Hoogteverschil: 12,0 ± 0,5 m',
    ]);
    expect(list.notes.join(' ')).toContain('standaardafwijking');
  });

  it('without a known error say so, and correct nothing for RD', () => {
    const unknown: MeasurePoint = { ...at(1000, 0), error: undefined };
    const list = distanceRows([at(0, 0), unknown], nl, format);
    expect(asText(list)).toEqual(['Op de kaart: 1.000,0 m']);
    expect(list.notes[0]).toContain('niet bekend');
  });

  it('of typed points are corrected for RD where that shows: 8 cm on this kilometre', () => {
    const list = distanceRows([at(0, 0), at(1000, 0)], nl, format);
    expect(asText(list)).toEqual(['Op de kaart: 1.000,00 m', 'Zonder vervorming van RD: 1.000,08 m']);
    expect(plain(list.notes[1] ?? '')).toContain('8 cm korter');
    expect(asText(distanceRows([at(0, 0), at(10, 0)], nl, format))).toEqual(['Op de kaart: 10,00 m']);
  });

  it('of an area warn where its outline crosses itself or its points are not flat', () => {
    const { rows, notes } = areaRows([at(0, 0, 0), at(10, 10, 9), at(10, 0, 0), at(0, 10.5, 0)], nl, format);
    expect(notes.slice(0, 2).map((note) => note.slice(0, 20))).toEqual([
      'De lijn kruist zichz',
      'De punten liggen tot',
    ]);
    expect(rows.some(({ label }) => label === nl.areaInSpace)).toBe(false);
  });

  it('write a point with its centimetres', () => {
    expect(plain(writePoint(at(12.345, 0.5, -3.2), nl, format))).toBe('147 012,35; 508 000,50; −3,20 m NAP');
    expect(plain(writePoint(at(0, 0), nl, format))).toBe('147 000,00; 508 000,00; zonder hoogte');
  });
});

describe('the frame of a profile', () => {
  const rows = [
    { distance: 0, ground: -4, surface: -4, owner: undefined },
    { distance: 240, ground: -3, surface: 9, owner: undefined },
  ];

  it('has round axes with few lines, everything inside, and says how far heights are stretched', () => {
    const frame = createProfileFrame({ length: 240, spacing: 1, cuts: [], rows });
    expect(frame?.heights).toEqual([-4, 0, 4, 8]);
    expect(frame?.distances).toEqual([0, 50, 100, 150, 200]);
    if (!frame) throw new Error('Expected a frame.');
    expect(frame.toY(9)).toBeGreaterThan(frame.top);
    expect(frame.toY(-4)).toBeLessThan(frame.bottom);
    expect(frame.toDistance(frame.toX(60))).toBeCloseTo(60, 9);
    const stretched = (frame.toY(0) - frame.toY(1)) / (frame.toX(1) - frame.toX(0));
    expect(frame.exaggeration).toBeCloseTo(stretched, 9);
  });

  it('is none where no height is known', () => {
    const unknown = rows.map((row) => ({ ...row, ground: undefined, surface: undefined }));
    expect(createProfileFrame({ length: 240, spacing: 1, cuts: [], rows: unknown })).toBeUndefined();
  });
});
