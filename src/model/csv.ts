/** A table as CSV that Dutch spreadsheets open: byte order mark, semicolons, decimal commas where the language has them. */
export type CsvCell = string | number | undefined;

const needsQuotes = /[;"\r\n]/;

/** Text that a spreadsheet would take for a formula gets a quote before it. */
function writeCell(cell: CsvCell, decimal: ',' | '.'): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell).replace('.', decimal);
  const text = /^[=+\-@\t]/.test(cell) ? `'${cell}` : cell;
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function writeCsv(rows: readonly (readonly CsvCell[])[], decimal: ',' | '.'): string {
  return `\ufeff${rows.map((row) => row.map((cell) => writeCell(cell, decimal)).join(';')).join('\r\n')}\r\n`;
}
