/** The overview of a shadow series: one page that opens from the unpacked zip, without a server. */
import type { Format } from './format.ts';
import type { PictureText } from './text/picture.ts';

interface SeriesCell {
  readonly file: string;
  readonly date: string;
  readonly hour: number;
}

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const style =
  'body{font:15px/1.5 system-ui,sans-serif;margin:2rem;color:#1c2a2c;background:#fbf9f4}' +
  'table{border-collapse:collapse}th{text-align:start;padding:.5rem 1rem .5rem 0;vertical-align:top}' +
  'td{padding:0 .5rem .5rem 0}img{display:block;width:20rem;max-width:40vw;height:auto}';

export function writeSeriesPage(
  title: string,
  notes: readonly string[],
  link: string,
  cells: readonly SeriesCell[],
  language: string,
  text: PictureText,
  format: Format,
): string {
  const dates = [...new Set(cells.map(({ date }) => date))];
  const hours = [...new Set(cells.map(({ hour }) => hour))];
  const rows = hours.map((hour) => {
    const images = dates.map((date) => {
      const cell = cells.find((item) => item.date === date && item.hour === hour);
      const name = `${format.date(date)}, ${text.clock(hour)}`;
      return `<td>${cell ? `<a href="${escapeHtml(cell.file)}"><img src="${escapeHtml(cell.file)}" alt="${escapeHtml(name)}"></a>` : ''}</td>`;
    });
    return `<tr><th scope="row">${text.clock(hour)}</th>${images.join('')}</tr>`;
  });
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>${style}</style></head>
<body>
<h1>${escapeHtml(title)}</h1>
${notes.map((note) => `<p>${escapeHtml(note)}</p>`).join('\n')}
<p>${escapeHtml(text.link)} <a href="${escapeHtml(link)}">${escapeHtml(link)}</a></p>
<table>
<thead><tr><th scope="col">${text.hour}</th>${dates.map((date) => `<th scope="col">${format.date(date)}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</body>
</html>
`;
}
