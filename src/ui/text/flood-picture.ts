/** Texts of what is drawn of the water and told under the pointer, fetched with its question. */
const compass = {
  nl: ['noorden', 'noordoosten', 'oosten', 'zuidoosten', 'zuiden', 'zuidwesten', 'westen', 'noordwesten'],
  en: ['north', 'north-east', 'east', 'south-east', 'south', 'south-west', 'west', 'north-west'],
} as const;

const nl = {
  arrows: 'Pijlen: waarheen het water stroomt',
  arrowsNote: 'U ziet de pijlen bij ‘In de tijd’, waar het water 2 cm per seconde of sneller stroomt.',
  now: (depth: string) => `nu ${depth} diep`,
  nowShallow: 'nu minder dan 5 cm',
  upTo: (depth: string) => `tot ${depth}`,
  flows: (speed: string, direction: number) => `stroomt ${speed} m/s naar het ${compass.nl[direction]}`,
  flowsSlowly: (direction: number) => `stroomt traag naar het ${compass.nl[direction]}`,
  stays: (time: string) => `blijft ${time}`,
};

const en: typeof nl = {
  arrows: 'Arrows: where the water flows',
  arrowsNote: 'You see the arrows with “Over time”, where the water flows at 2 cm per second or faster.',
  now: (depth) => `now ${depth} deep`,
  nowShallow: 'now less than 5 cm',
  upTo: (depth) => `up to ${depth}`,
  flows: (speed, direction) => `flows ${speed} m/s to the ${compass.en[direction]}`,
  flowsSlowly: (direction) => `flows slowly to the ${compass.en[direction]}`,
  stays: (time) => `stays ${time}`,
};

export const floodPictureText = { nl, en };
