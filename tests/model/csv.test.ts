import { expect, it } from 'vitest';
import { writeCsv } from '../../src/model/csv.ts';

it('a table opens in a Dutch spreadsheet, and no cell of it runs as a formula', () => {
  const csv = writeCsv(
    [
      ['Straat', 'Diep'],
      ['Kade; "oud"', 0.25],
      ['=1+1', undefined],
    ],
    ',',
  );
  expect(csv).toBe('\ufeffStraat;Diep\r\n"Kade; ""oud""";0,25\r\n\'=1+1;\r\n');
});
