export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const showFigure = (figure: number) => figure.toFixed(Math.abs(figure) >= 100 ? 0 : 2);

/** A figure that has no bar, to compare by. */
export function printNote(what: string, seen: string, figure: number, unit: string): void {
  console.log(`       ${what}: ${showFigure(figure)} ${unit}; ${seen}`);
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
  console.log(
    `${holds ? 'met   ' : 'MISSED'} ${what}: ${showFigure(figure)} ${unit} (bar ${relation} ${bar}); ${seen}`,
  );
}
