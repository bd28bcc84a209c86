/** What a plan does to the dike, in words. Numbers arrive as they must be read, with their unit. */
import type { BarrierCut } from '../../model/plan-model.ts';

const nl = {
  title: 'Dit plan doorsnijdt de dijk',
  variant: (letter: string, name: string) => `Variant ${letter}, ${name}`,
  cut: (barrier: string | undefined, length: string) =>
    `Doorsnijdt de waterkering${barrier ? ` ${barrier}` : ''} over ${length}.`,
  lowest: {
    ground: (level: string) => `Laagste punt: ${level} NAP.`,
    water: (level: string) => `Laagste punt: het water, op ${level} NAP.`,
  },
  required: (level: string) => `De waterkering moet hier ${level} NAP hoog zijn.`,
  holds: {
    gates: 'De deuren in de tekening keren het water tot die hoogte, als ze dicht zijn.',
    ground: 'De nieuwe grond eromheen is hoog genoeg: het water blijft gekeerd, ook met open deuren.',
    nothing: 'In de tekening is niets dat het water hier keert.',
    unknown: 'De grond van nu is dichtbij al lager dan nodig. Of het water gekeerd blijft, is onbekend.',
  } satisfies Record<BarrierCut['holds'], string>,
  none: 'Doorsnijdt de waterkering niet.',
  legend: 'Bruin in het beeld is de grond van nu, doorgesneden. Elke strook is 1 meter hoog, geteld vanaf NAP.',
  note: (precision: string) =>
    `Berekend uit de tekening (op ongeveer ${precision} precies) en de lijn van de waterkering. Een indicatie: over sterkte, golven en het bedienen van deuren zegt dit niets. Onder water is de bodem onbekend.`,
  source: (title: string, holder: string, date: string) => `Bron van de lijn: ${title}, ${holder}, ${date}.`,
  error: (metres: string) => `Op ${metres} precies.`,
};

const en: typeof nl = {
  title: 'This plan cuts the dike',
  variant: (letter, name) => `Variant ${letter}, ${name}`,
  cut: (barrier, length) => `Cuts the water barrier${barrier ? ` ${barrier}` : ''} over ${length}.`,
  lowest: {
    ground: (level) => `Lowest point: ${level} NAP.`,
    water: (level) => `Lowest point: the water, at ${level} NAP.`,
  },
  required: (level) => `The barrier must be ${level} NAP high here.`,
  holds: {
    gates: 'The gates in the drawing hold back the water up to that height when they are shut.',
    ground: 'The new ground round it is high enough: the water is held back, also with open gates.',
    nothing: 'Nothing in the drawing holds back the water here.',
    unknown: 'Today’s ground nearby is already lower than it must be. Whether the water is held back is unknown.',
  },
  none: 'Does not cut the water barrier.',
  legend: 'Brown in the picture is today’s ground, cut through. Each band is 1 metre high, counted from NAP.',
  note: (precision) =>
    `Computed from the drawing (to about ${precision}) and the line of the barrier. Indicative: it says nothing of strength, waves or the working of gates. Under water the bed is unknown.`,
  source: (title, holder, date) => `Source of the line: ${title}, ${holder}, ${date}.`,
  error: (metres) => `To ${metres}.`,
};

export const planBarrierText = { nl, en };
