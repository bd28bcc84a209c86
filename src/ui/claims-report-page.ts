/** The report as one page that prints: picture, tables, sources and what it is not. It opens from the disk, without a server. */
import { html, writeSavedPage } from '../model/html.ts';

interface ReportTable {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

interface ReportSection {
  readonly heading: string;
  readonly lines?: readonly string[];
  readonly table?: ReportTable;
}

export interface ReportPage {
  readonly title: string;
  readonly language: string;
  /** Under the title, and again at the end. */
  readonly notice: string;
  readonly lines: readonly string[];
  readonly link: { readonly label: string; readonly url: string };
  /** A data address, and what it shows. */
  readonly picture?: { readonly url: string; readonly alt: string } | undefined;
  readonly sections: readonly ReportSection[];
}

const style =
  'body{font:14px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:64rem;padding:0 1rem;color:#1c2a2c;background:#fff}' +
  'h1{font-size:1.6rem;line-height:1.2}h2{font-size:1.15rem;margin-top:2rem}.notice{border:2px solid #1c2a2c;font-weight:600;padding:.4rem .8rem}' +
  'table{border-collapse:collapse;width:100%;font-size:.85rem}th,td{border-bottom:1px solid #aaa;padding:.3rem .6rem .3rem 0;text-align:start;' +
  'vertical-align:top;overflow-wrap:break-word;hyphens:auto}td.short{white-space:nowrap}th{border-bottom:2px solid #1c2a2c}img{display:block;max-width:100%;height:auto}a{color:#073d40;overflow-wrap:anywhere}' +
  '@media print{body{margin:0;max-width:none}tr,img{break-inside:avoid}thead{display:table-header-group}h2{break-after:avoid}}' +
  '@page{size:A4;margin:16mm}';

const paragraphs = (lines: readonly string[]) => lines.map((line) => html`<p>${line}</p>`);

/** Figures with their units, and names of a word or two, stay on one line. */
const SHORT = 12;
const writeCell = (cell: string) =>
  cell.length <= SHORT ? html`<td class="short">${cell}</td>` : html`<td>${cell}</td>`;

const writeTable = ({ heads, rows }: ReportTable) =>
  html`<table><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => html`<tr>${row.map(writeCell)}</tr>`)}
</tbody></table>`;

export function writeReportPage({ title, language, notice, lines, link, picture, sections }: ReportPage): string {
  const warning = html`<p class="notice">${notice}</p>`;
  const body = html`<h1>${title}</h1>
${warning}
${paragraphs(lines)}
<p>${link.label} <a href="${link.url}">${link.url}</a></p>
${picture && html`<img src="${picture.url}" alt="${picture.alt}">`}
${sections.map(
  ({ heading, lines: own = [], table }) => html`<h2>${heading}</h2>
${paragraphs(own)}
${table && writeTable(table)}`,
)}
${warning}`;
  return writeSavedPage({ title, language, style, body });
}
