import { describe, expect, it } from 'vitest';
import { windOf } from '../../src/model/wind.ts';

describe('a direction', () => {
  it('is named after one of eight winds', () => {
    expect([0, 22, 23, 90, 180, 270, 359, -45, 720].map(windOf)).toEqual([
      'n',
      'n',
      'ne',
      'e',
      's',
      'w',
      'n',
      'nw',
      'n',
    ]);
  });
});
