import { describe, expect, it } from 'vitest';
import { createFormat } from '../../src/ui/format.ts';
import { en as english } from '../../src/ui/text/en.ts';
import { nl as dutch } from '../../src/ui/text/nl.ts';

const nl = createFormat('nl', dutch);
const en = createFormat('en', english);
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('numbers for people', () => {
  it('have the marks of the language and a true minus', () => {
    expect(plain(nl.height(-3.85))).toBe('−3,9 m');
    expect(plain(en.height(1234.56))).toBe('1,234.6 m');
    expect(plain(nl.height(-0.04))).toBe('0,0 m');
  });

  it('write RD in groups of three', () => {
    expect(nl.coordinate(147012.4).replaceAll('\u202f', ' ')).toBe('147 012');
    expect(en.coordinate(-84.6)).toBe('−85');
  });

  it('are rounded to what they are worth', () => {
    expect(plain(nl.length(87.4))).toBe('87 m');
    expect(plain(nl.length(1260))).toBe('1,3 km');
    expect(plain(nl.area(9_999))).toBe('9.999 m²');
    expect(plain(nl.area(25_000))).toBe('2,5 hectare');
    expect(plain(nl.area(3_400_000))).toBe('3,4 km²');
    expect(plain(nl.volume(437))).toBe('440 m³');
  });

  it('and dates keep what they do not understand', () => {
    expect(nl.date('2026-05-01')).toBe('1 mei 2026');
    expect(en.date('2026-05-01T12:00:00Z')).toBe('1 May 2026');
    expect(nl.date('2024')).toBe('2024');
    expect(nl.date('voorjaar 2023')).toBe('voorjaar 2023');
  });
});
