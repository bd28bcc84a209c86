/** The overview of a shadow series: one page that opens from the unpacked zip, without a server. */
import { html, writeSavedPage } from '../model/html.ts';
import type { Format } from './format.ts';
import type { PictureText } from './text/picture.ts';

interface SeriesCell {
  readonly file: string;
  readonly date: string;
  readonly hour: number;
}

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
      return html`<td>${cell && html`<a href="${cell.file}"><img src="${cell.file}" alt="${name}"></a>`}</td>`;
    });
    return html`<tr><th scope="row">${text.clock(hour)}</th>${images}</tr>`;
  });
  const body = html`<h1>${title}</h1>
${notes.map((note) => html`<p>${note}</p>`)}
<p>${text.link} <a href="${link}">${link}</a></p>
<table>
<thead><tr><th scope="col">${text.hour}</th>${dates.map((date) => html`<th scope="col">${format.date(date)}</th>`)}</tr></thead>
<tbody>
${rows}
</tbody>
</table>`;
  return writeSavedPage({ title, language, style, body });
}
