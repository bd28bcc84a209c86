/** Texts of the viewer in a frame of another page. */
const nl = {
  label: 'Dit beeld in de pagina',
  full: 'Open groot',
  fullTitle: 'Open dit beeld in een eigen venster',
  close: 'Sluit 3D',
  wheel: (key: string) => `Zoomen: houd ${key} ingedrukt en scroll. Of klik eerst op de kaart.`,
  touch: 'Bewegen: gebruik twee vingers. Of tik eerst op de kaart.',
  keys: 'Druk op Enter om de kaart te bedienen. Met Escape gaat u terug naar de pagina.',
  held: 'U bedient de kaart.',
  release: 'Kaart loslaten',
  key: 'Esc',
  released: 'De kaart is losgelaten. Scrollen beweegt de pagina.',
};

export type EmbedText = typeof nl;

const en: EmbedText = {
  label: 'This picture in the page',
  full: 'Open large',
  fullTitle: 'Open this picture in a window of its own',
  close: 'Close 3D',
  wheel: (key) => `To zoom: hold ${key} and scroll. Or click the map first.`,
  touch: 'To move: use two fingers. Or tap the map first.',
  keys: 'Press Enter to move the map. Escape takes you back to the page.',
  held: 'You move the map.',
  release: 'Let go of the map',
  key: 'Esc',
  released: 'The map is let go. Scrolling moves the page.',
};

export const embedText: Record<'nl' | 'en', EmbedText> = { nl, en };
