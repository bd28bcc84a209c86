/** The report as one page that prints: picture, tables, sources and what it is not. It opens from the disk, without a server. */

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

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const style =
  'body{font:14px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:64rem;padding:0 1rem;color:#1c2a2c;background:#fff}' +
  'h1{font-size:1.6rem;line-height:1.2}h2{font-size:1.15rem;margin-top:2rem}.notice{border:2px solid #1c2a2c;font-weight:600;padding:.4rem .8rem}' +
  'table{border-collapse:collapse;width:100%;font-size:.85rem}th,td{border-bottom:1px solid #aaa;padding:.3rem .6rem .3rem 0;text-align:start;' +
  'vertical-align:top;overflow-wrap:break-word;hyphens:auto}td.short{white-space:nowrap}th{border-bottom:2px solid #1c2a2c}img{display:block;max-width:100%;height:auto}a{color:#073d40;overflow-wrap:anywhere}' +
  '@media print{body{margin:0;max-width:none}tr,img{break-inside:avoid}thead{display:table-header-group}h2{break-after:avoid}}' +
  '@page{size:A4;margin:16mm}';

const paragraphs = (lines: readonly string[]) => lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('\n');

/** Figures with their units, and names of a word or two, stay on one line. */
const SHORT = 12;
const writeCell = (cell: string) => `<td${cell.length <= SHORT ? ' class="short"' : ''}>${escapeHtml(cell)}</td>`;

const writeTable = ({ heads, rows }: ReportTable) =>
  `<table><thead><tr>${heads.map((head) => `<th scope="col">${escapeHtml(head)}</th>`).join('')}</tr></thead>
<tbody>
${rows.map((row) => `<tr>${row.map(writeCell).join('')}</tr>`).join('\n')}
</tbody></table>`;

export function writeReportPage({ title, language, notice, lines, link, picture, sections }: ReportPage): string {
  const warning = `<p class="notice">${escapeHtml(notice)}</p>`;
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>${style}</style></head>
<body>
<h1>${escapeHtml(title)}</h1>
${warning}
${paragraphs(lines)}
<p>${escapeHtml(link.label)} <a href="${escapeHtml(link.url)}">${escapeHtml(link.url)}</a></p>
${picture ? `<img src="${picture.url}" alt="${escapeHtml(picture.alt)}">` : ''}
${sections
  .map(
    ({ heading, lines: own = [], table }) =>
      `<h2>${escapeHtml(heading)}</h2>\n${paragraphs(own)}\n${table ? writeTable(table) : ''}`,
  )
  .join('\n')}
${warning}
</body>
</html>
`;
}
