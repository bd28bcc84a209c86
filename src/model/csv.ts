/** A table as CSV that Dutch spreadsheets open: byte order mark, semicolons, decimal commas where the language has them. */
export type CsvCell = string | number | undefined;

const needsQuotes = /[;"\r\n]/;
/** A sign with a plain number behind it is that number. */
const startsFormula = /^(?![+-]\d+([.,]\d+)?$)\s*[=+\-@＝＋－＠\t\r\n]/;
/**
 * Behind a sign that some spreadsheet takes for the end of a cell (which depends on the settings of whoever opens it), and on a new
 * line.
 */
const beginsInside = /([,;\t\r\n])(?=[=@＝＠]|[+\-＋－](?!\d+([.,]\d+)?([\s,;]|$)))/g;

/** Text that a spreadsheet would take for a formula gets a quote before it. */
const guardFormula = (text: string): string =>
  (startsFormula.test(text) ? `'${text}` : text).replaceAll(beginsInside, "$1'");

const quote = (text: string, isNeeded: boolean) => (isNeeded ? `"${text.replaceAll('"', '""')}"` : text);

/** A text in a table with commas, as the command line writes them for other programs. */
export function toCommaCell(cell: string): string {
  const text = guardFormula(cell);
  return quote(text, /[",\r\n]/.test(text));
}

function writeCell(cell: CsvCell, decimal: ',' | '.'): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell).replace('.', decimal);
  const text = guardFormula(cell);
  return quote(text, needsQuotes.test(text));
}

export function writeCsv(rows: readonly (readonly CsvCell[])[], decimal: ',' | '.'): string {
  return `\ufeff${rows.map((row) => row.map((cell) => writeCell(cell, decimal)).join(';')).join('\r\n')}\r\n`;
}
