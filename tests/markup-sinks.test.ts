/** No road from text to markup or code: what could be one is not in the sources of the page, by whatever name it is called. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Runs in browsers. */
const folders = readdirSync('src', { withFileTypes: true }).flatMap(({ name }) =>
  ['cli.ts', 'README.md', 'pipeline', 'demo', 'sql-js.d.ts'].includes(name) ? [] : [join('src', name)],
);
const files = folders.flatMap((folder) =>
  /\.tsx?$/.test(folder)
    ? [folder]
    : readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/.test(name))
        .map((name) => join(folder, name)),
);

const sinks: Record<string, RegExp> = {
  'markup from text': /\b(inner|outer)HTML\b|insertAdjacentHTML|dangerouslySetInnerHTML|setHTMLUnsafe|parseHTMLUnsafe/,
  'a document from text': /createContextualFragment|new DOMParser|document\.write|\bsrcdoc\b/i,
  'code from text': /\beval\(|new Function\b|\bsetTimeout\(\s*['"`]|\bsetInterval\(\s*['"`]|\bimportScripts\(/,
  'a listener from text': /setAttribute\(\s*['"`]on|\bjavascript:/i,
  'markup in a string that `html` did not make':
    /(?<!html)(?:['"]|(?<!html)`)\s*<(?:[a-z][a-z0-9-]*[\s>/]|!doctype|\/[a-z])/i,
};
/** Where links are made, and why their address is not just data. */
const ownLinks: Record<string, string> = {
  'src/embed/open-frame.ts': 'the viewer that the page names itself (`viewerOf`)',
  'src/model/embed-snippet.ts': 'the address of the page',
  'src/ui/app.tsx': '"#panel", "#scene"',
  'src/ui/embed-over.tsx': 'the address of the page',
  'src/ui/claims-report-page.ts': 'the address of the page',
  'src/ui/download.ts': 'a file that the page made',
  'src/ui/save-file.ts': 'a file that the page made',
  'src/ui/scenario-notice.tsx': 'the address of the page with a scenario',
  'src/ui/series-page.ts': 'the address of the page, and names of files beside it',
  'src/ui/web-link.tsx': 'checked here; for all others',
};

const withoutComments = (text: string) => text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

function listSinks(text: string): string[] {
  return Object.entries(sinks).flatMap(([name, pattern]) => (pattern.test(withoutComments(text)) ? [name] : []));
}

describe('the sources of the page', () => {
  it('are there', () => expect(files.length).toBeGreaterThan(500));

  it('have no sink', () => {
    const found = files.flatMap((file) => listSinks(readFileSync(file, 'utf8')).map((sink) => `${file}: ${sink}`));
    expect(found).toEqual([]);
  });

  it('make links of data in one place only', () => {
    const found = files.filter((file) => /\bhref=["{]|\.href = /.test(readFileSync(file, 'utf8')));
    expect(found.sort()).toEqual(Object.keys(ownLinks).sort());
  });

  it.each([
    'element.innerHTML = name;',
    '<p dangerouslySetInnerHTML={{ __html: name }} />',
    'const page = `<p>name</p>`;',
    "const page = '<b>' + name;",
    'new Function(name)',
    "link.setAttribute('onclick', name)",
    "setTimeout('go()', 1)",
  ])('would be caught with %s', (code) => expect(listSinks(code)).not.toEqual([]));

  it('may write markup with `html` and name signs', () => {
    expect(listSinks('const a = html`<p>b</p>`; const c = `< d`; if (a <b) `<< /Type >>`;')).toEqual([]);
  });
});
