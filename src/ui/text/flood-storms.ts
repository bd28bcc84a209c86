/** Texts of choosing a storm. */
const nl = {
  computedHere: 'Deze buien rekent uw computer zelf uit, voor 1 kilometer om het midden van het beeld:',
};

const en: typeof nl = {
  computedHere: 'Your own computer works out these storms, for 1 kilometre around the middle of the picture:',
};

export const floodStormsText = { nl, en };
