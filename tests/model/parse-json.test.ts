import { describe, expect, it } from 'vitest';
import { parseJson } from '../../src/model/parse-json.ts';

describe('JSON that breaks says where', () => {
  it.each([
    ['{"a": }', 1, 7],
    ['{"a" 1}', 1, 6],
    ['{"a": 1,}', 1, 9],
    ['[1, 2', 1, 6],
    ['[1,\n 2,\n x]', 3, 2],
    ['{\n "a": "b\n"}', 2, 7],
    ['[1] 2', 1, 5],
    ['[01]', 1, 2],
    ['{"a": [1, 2}', 1, 12],
    ['', 1, 1],
    ['<html>', 1, 1],
    ['[tru]', 1, 2],
  ])('%j', (text, line, column) => {
    expect(parseJson(text)).toEqual({ problem: { code: 'broken-json', line, column } });
  });

  it('and JSON that does not is read, with or without a byte order mark', () => {
    expect(parseJson('\uFEFF{"a": [1e3, -0.5, null, "\\u00e9\\n"]}')).toEqual({
      json: { a: [1000, -0.5, null, 'é\n'] },
    });
  });
});
