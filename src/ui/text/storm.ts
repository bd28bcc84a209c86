/**
 * Texts of storms: what they are called, where they come from, how often they come. That the stress test has storms of 1 and 2 hours
 * once in 100, 250 and 1000 years of the climate of 2050: stowa.nl, 15 October 2018. Its amounts are 1.2 times what STOWA 2019-19 gives
 * for those periods today (`tests/model/storm.test.ts`).
 */
import type { CustomaryStormId } from '../../model/storm.ts';

type StormTexts = Record<CustomaryStormId, { readonly title: string; readonly source: string }>;

const stressTest = {
  nl: 'Stuurgroep Deltaplan Ruimtelijke Adaptatie, STOWA en Stichting RIONED (2018): standaardbui voor de stresstest',
  en: 'Delta Programme on Spatial Adaptation, STOWA and RIONED (2018): standard storm of the stress test',
};
const nationalMap = {
  nl: 'Deltares (2018): landelijke kaart van waterdiepte bij hevige buien, in de Klimaateffectatlas',
  en: 'Deltares (2018): national map of water depth in heavy storms, in the Climate Impact Atlas',
};

const storms: StormTexts = {
  '70mm-1h': { title: '70 mm in 1 uur', source: `${stressTest.nl}, eens in 100 jaar in het klimaat van 2050` },
  '70mm-2h': { title: '70 mm in 2 uur', source: `${nationalMap.nl}, ongeveer eens in 100 jaar` },
  '90mm-1h': { title: '90 mm in 1 uur', source: `${stressTest.nl}, eens in 250 jaar in het klimaat van 2050` },
  '100mm-1h': {
    title: '100 mm in 1 uur',
    source: 'Gebruikelijk in stresstests van gemeenten als bui die zwaarder is dan de norm; geen landelijke standaard',
  },
  '140mm-2h': { title: '140 mm in 2 uur', source: `${nationalMap.nl}, ongeveer eens in 1000 jaar` },
  '160mm-2h': { title: '160 mm in 2 uur', source: `${stressTest.nl}, eens in 1000 jaar in het klimaat van 2050` },
};
const englishStorms: StormTexts = {
  '70mm-1h': { title: '70 mm in 1 hour', source: `${stressTest.en}, once in 100 years in the climate of 2050` },
  '70mm-2h': { title: '70 mm in 2 hours', source: `${nationalMap.en}, about once in 100 years` },
  '90mm-1h': { title: '90 mm in 1 hour', source: `${stressTest.en}, once in 250 years in the climate of 2050` },
  '100mm-1h': {
    title: '100 mm in 1 hour',
    source: 'Customary in municipal stress tests as a storm beyond the norm; no national standard',
  },
  '140mm-2h': { title: '140 mm in 2 hours', source: `${nationalMap.en}, about once in 1000 years` },
  '160mm-2h': { title: '160 mm in 2 hours', source: `${stressTest.en}, once in 1000 years in the climate of 2050` },
};

const nl = {
  storms,
  shapes: { block: 'gelijkmatig', peaked: 'met een piek in het midden' },
  period: {
    about: (years: string) => `ongeveer eens in ${years} jaar in het klimaat van nu`,
    rarer: (years: string) => `minder vaak dan eens in ${years} jaar in het klimaat van nu`,
    commoner: 'vaker dan twee keer per jaar',
    source: 'STOWA 2019-19, neerslag op een punt, het hele jaar',
  },
  climate: {
    source: 'STOWA 2024, met de scenario’s van KNMI’23',
    emissions: { low: 'lage uitstoot', middle: 'gematigde uitstoot', high: 'hoge uitstoot' },
  },
};

const en: typeof nl = {
  storms: englishStorms,
  shapes: { block: 'evenly', peaked: 'with a peak in the middle' },
  period: {
    about: (years) => `about once in ${years} years in today’s climate`,
    rarer: (years) => `rarer than once in ${years} years in today’s climate`,
    commoner: 'more often than twice a year',
    source: 'STOWA 2019-19, rain on one point, the whole year',
  },
  climate: {
    source: 'STOWA 2024, with the scenarios of KNMI’23',
    emissions: { low: 'low emissions', middle: 'moderate emissions', high: 'high emissions' },
  },
};

export const stormText = { nl, en };
