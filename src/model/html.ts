/** Pages that are saved as files: markup is only what is written in our source; every text that is put in is escaped. */

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Markup of our own; only {@link html} makes it. */
export interface Html {
  readonly markup: string;
}

type HtmlPart = Html | string | number | undefined | readonly HtmlPart[];

const isList = (part: HtmlPart): part is readonly HtmlPart[] => Array.isArray(part);

function toMarkup(part: HtmlPart): string {
  if (part === undefined) return '';
  if (isList(part)) return part.map(toMarkup).join('\n');
  if (typeof part === 'object') return part.markup;
  return String(part).replaceAll(/[&<>"']/g, (sign) => signs[sign] as string);
}

/** Values stand between tags or in quoted attributes, nowhere else; lists become lines. */
export const html = (pieces: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html => ({
  markup: pieces.reduce((text, piece, i) => text + toMarkup(parts[i - 1]) + piece),
});

interface SavedPage {
  readonly title: string;
  readonly language: string;
  /** Rules of our own. */
  readonly style: string;
  readonly body: Html;
}

/**
 * A page that opens from the disk, without a server; should markup ever come in, the page still runs no script, loads nothing from
 * elsewhere and sends nothing.
 */
export function writeSavedPage({ title, language, style, body }: SavedPage): string {
  const policy =
    "default-src 'none'; img-src data: blob: file: 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
  const page = html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${{ markup: style }}</style></head>
<body>
${body}
</body>
</html>
`;
  return page.markup;
}
