/** Words of the small script, which is no part of the viewer and cannot share its texts. */
const nl = {
  open: 'Bekijk in 3D',
  close: 'Sluit 3D',
  loading: 'De 3D-kaart wordt geladen.',
  stages: {
    program: 'De 3D-kaart wordt geladen: het programma.',
    town: 'De 3D-kaart wordt geladen: de gegevens van de gemeente.',
    tiles: 'De 3D-kaart wordt geladen: de gebouwen en het landschap.',
  },
  opened: '3D staat aan.',
  closed: '3D is gesloten. U ziet het plaatje.',
  gaveWay: '3D is hier gesloten, omdat u een ander 3D-beeld hebt geopend.',
  silent: 'De 3D-kaart antwoordt niet. Open haar in een eigen venster.',
  wrong: 'Dit 3D-beeld kan niet worden geladen. De tekst hierbij klopt wel.',
  window: 'Open in een eigen venster',
  frame: (name: string) => `3D-kaart: ${name}`,
  picture: 'Plaatje van een 3D-kaart',
};

export type EmbedWords = typeof nl;

const en: EmbedWords = {
  open: 'View in 3D',
  close: 'Close 3D',
  loading: 'The 3D map is loading.',
  stages: {
    program: 'The 3D map is loading: the program.',
    town: 'The 3D map is loading: the data of the municipality.',
    tiles: 'The 3D map is loading: buildings and landscape.',
  },
  opened: '3D is on.',
  closed: '3D is closed. You see the picture.',
  gaveWay: '3D is closed here, because you opened another 3D view.',
  silent: 'The 3D map does not answer. Open it in a window of its own.',
  wrong: 'This 3D view cannot be loaded. The text beside it is right.',
  window: 'Open in a window of its own',
  frame: (name) => `3D map: ${name}`,
  picture: 'Picture of a 3D map',
};

export const wordsOf = (language: string): EmbedWords => (language.toLowerCase().startsWith('en') ? en : nl);
