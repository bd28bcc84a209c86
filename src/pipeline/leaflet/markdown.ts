/** Leaflets to read, as Markdown; text from data never becomes markup. */
import { type LeafletWords, makeRegisterEntry } from '../../model/algorithm-register.ts';
import { type LeafletId, leafletFacts, listLeafletSources, readSayings } from '../../model/leaflet.ts';
import type { Municipality } from '../../model/municipality.ts';
import { leafletsText } from '../../ui/text/leaflets.ts';
import { questionText } from '../../ui/text/question.ts';

const plain = (text: string) => text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_[\]<>#|]/g, '\\$&');
const list = (lines: readonly string[]) => lines.map((line) => `- ${plain(line)}`).join('\n');

function writeOne(municipality: Municipality, id: LeafletId, words: LeafletWords): string {
  const { language, answers, records } = words;
  const text = leafletsText[language];
  const { leaflet } = questionText[language];
  const [answer, record] = [answers[id], records[id]];
  const sayings = readSayings(municipality, id);
  const say = (told: { readonly nl: string; readonly en: string } | undefined) =>
    plain(told?.[language] ?? text.notFilled);
  const sources = listLeafletSources(municipality, id).map(({ source }) =>
    [
      `${source.title[language]}, ${source.holder}, ${source.date}, ${source.licence}.`,
      source.accuracyM === undefined ? text.noQuality : text.quality(`${source.accuracyM} m`),
      source.note?.[language],
    ]
      .filter(Boolean)
      .join(' '),
  );
  const parts: readonly (readonly [string, string])[] = [
    [text.purpose, plain(record.purpose)],
    [leaflet.computes, plain(answer.computes)],
    [leaflet.method, `${plain(answer.method)}\n\n${text.codeAt} \`${leafletFacts[id].engine}\``],
    [leaflet.limits, list(answer.limits)],
    [leaflet.uncertainty, list(answer.uncertainty)],
    [text.choices, plain(record.choices)],
    [text.decides, plain(sayings.decides?.[language] ?? record.decides)],
    [text.objection, say(sayings.objection)],
    [text.legalBasis, say(sayings.legalBasis)],
    [text.contact, say(sayings.contact)],
    [leaflet.sources, list(sources)],
    [
      text.open,
      makeRegisterEntry(municipality, id, words)
        .open.map((field) => `\`${field}\``)
        .join(', '),
    ],
  ];
  return `## ${plain(answer.title)}\n\n${parts.map(([title, body]) => `### ${title}\n\n${body}\n`).join('\n')}`;
}

export function writeLeafletMarkdown(
  municipality: Municipality,
  ids: readonly LeafletId[],
  words: LeafletWords,
): string {
  const { leaflet } = questionText[words.language];
  const all = ids.map((id) => writeOne(municipality, id, words)).join('\n');
  return `# ${leaflet.title}: ${plain(municipality.name)}\n\n${leaflet.indicative}\n\n${all}`;
}
