export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** One line of a bench: what, how it was seen, the figure, and whether it keeps its bar. */
export function printFigure(
  what: string,
  seen: string,
  figure: number,
  relation: '≤' | '<' | '≥',
  bar: number,
  unit = '×',
): void {
  const holds = relation === '≥' ? figure >= bar : relation === '<' ? figure < bar : figure <= bar;
  const shown = Math.abs(figure) >= 100 ? figure.toFixed(0) : figure.toFixed(2);
  console.log(`${holds ? 'met   ' : 'MISSED'} ${what}: ${shown} ${unit} (bar ${relation} ${bar}); ${seen}`);
}
