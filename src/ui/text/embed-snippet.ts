/** Texts of "Deel of sluit in", fetched when it is opened. */
import type { EmbedPart } from '../../model/embed-address.ts';
import type { EmbedRatio } from '../../model/embed-snippet.ts';

const parts: Record<EmbedPart, string> = {
  search: 'Zoeken naar een adres',
  questions: 'Vragen en kaartlagen',
  time: 'Knoppen van plan, water en zon in het beeld',
  controls: 'Knoppen om te bewegen',
  status: 'Plaats en schaal',
};
const ratios: Record<EmbedRatio, string> = {
  '16/9': 'Breed (16 : 9)',
  '4/3': 'Gewoon (4 : 3)',
  '1/1': 'Vierkant',
  '3/4': 'Hoog (3 : 4)',
};

const nl = {
  title: 'Deel of sluit in',
  intro:
    'Zet dit beeld in een pagina van uw site. Bezoekers zien eerst een plaatje met tekst. Pas na een klik laadt de 3D-kaart.',
  link: 'Link naar dit beeld',
  copyLink: 'Kopieer de link',
  kind: 'Hoe',
  kinds: { element: 'Met een klein script (aangeraden)', frame: 'Gewoon frame, zonder script' },
  ratio: 'Vorm',
  ratios,
  size: (width: string, height: string) => `In een kolom van ${width} beeldpunten wordt het ${height} hoog.`,
  least: 'Staat 3D aan, dan is het nooit lager dan 480 beeldpunten, of vier vijfde van het scherm.',
  partsTitle: 'Wat zichtbaar is in 3D',
  parts,
  always: 'De naam van de gemeente, de bronnen en een link naar de hele kaart staan er altijd bij.',
  language: 'Taal',
  languages: { nl: 'Nederlands', en: 'Engels' },
  poster: 'Plaatje vooraf',
  noPoster: 'Geen plaatje',
  ownPoster: 'Een plaatje op uw eigen site',
  posterUrl: 'Adres van het plaatje',
  makePoster: 'Bewaar dit beeld als plaatje',
  making: 'Het plaatje wordt gemaakt.',
  made: (file: string, kilobytes: string) =>
    `Bewaard als ${file} (${kilobytes} kB). Zet het op uw site en vul hierboven het adres in.`,
  makeFailed: 'Het plaatje maken is niet gelukt.',
  noPosters: 'Er zijn nog geen plaatjes van deze gemeente gemaakt.',
  caption: 'Titel onder het plaatje',
  summary: 'Tekst: wat is er te zien?',
  alt: (caption: string) => `Plaatje van een 3D-kaart: ${caption}`,
  open: 'Open de kaart in een eigen venster',
  frame: (name: string) => `3D-kaart van ${name}`,
  today: (name: string) => `${name}, zoals het nu is`,
  snippet: 'Code voor uw pagina',
  copy: 'Kopieer de code',
  copied: 'Gekopieerd.',
  copyFailed: 'Kopiëren lukt niet in deze browser. Selecteer de tekst en kopieer die zelf.',
  allowed: 'Uw site moet op de lijst van deze gemeente staan (embedders in municipality.json). Vraag het de beheerder.',
  preview: 'Vorm in de pagina',
};

export type EmbedSnippetText = typeof nl;

const en: EmbedSnippetText = {
  title: 'Share or embed',
  intro:
    'Put this picture in a page of your site. Visitors see a picture with text first. The 3D map loads after a click only.',
  link: 'Link to this picture',
  copyLink: 'Copy the link',
  kind: 'How',
  kinds: { element: 'With a small script (recommended)', frame: 'Plain frame, without script' },
  ratio: 'Shape',
  ratios: { '16/9': 'Wide (16 : 9)', '4/3': 'Usual (4 : 3)', '1/1': 'Square', '3/4': 'Tall (3 : 4)' },
  size: (width, height) => `In a column of ${width} pixels it is ${height} high.`,
  least: 'With 3D on it is never lower than 480 pixels, or four fifths of the screen.',
  partsTitle: 'What shows in 3D',
  parts: {
    search: 'Search for an address',
    questions: 'Questions and map layers',
    time: 'Buttons of plan, water and sun in the picture',
    controls: 'Buttons to move',
    status: 'Place and scale',
  },
  always: 'The name of the municipality, the sources and a link to the whole map are always there.',
  language: 'Language',
  languages: { nl: 'Dutch', en: 'English' },
  poster: 'Picture before',
  noPoster: 'No picture',
  ownPoster: 'A picture on your own site',
  posterUrl: 'Address of the picture',
  makePoster: 'Save this view as a picture',
  making: 'The picture is being made.',
  made: (file, kilobytes) => `Saved as ${file} (${kilobytes} kB). Put it on your site and fill in its address above.`,
  makeFailed: 'The picture could not be made.',
  noPosters: 'No pictures of this municipality have been made yet.',
  caption: 'Title below the picture',
  summary: 'Text: what can be seen?',
  alt: (caption) => `Picture of a 3D map: ${caption}`,
  open: 'Open the map in a window of its own',
  frame: (name) => `3D map of ${name}`,
  today: (name) => `${name}, as it is now`,
  snippet: 'Code for your page',
  copy: 'Copy the code',
  copied: 'Copied.',
  copyFailed: 'Copying fails in this browser. Select the text and copy it yourself.',
  allowed:
    'Your site must be on the list of this municipality (embedders in municipality.json). Ask its administrator.',
  preview: 'Shape in the page',
};

export const embedSnippetText: Record<'nl' | 'en', EmbedSnippetText> = { nl, en };
