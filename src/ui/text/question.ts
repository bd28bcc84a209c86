/** Leaflets of the questions, and the words of their tables. The titles are with the panel's own texts. */

import type { QuestionId } from '../../model/question-ids.ts';
import type { OverlayId } from '../../store/twin.ts';

interface Leaflet {
  /** What the answer is, in one sentence. */
  readonly computes: string;
  readonly method: string;
  readonly limits: string;
  readonly uncertainty: string;
}

/** Those of overlays come with their own texts. */
const questions: Record<Exclude<QuestionId, OverlayId>, Leaflet> = {
  view: {
    computes: 'Een beschrijving in woorden en een tabel van het stuk grond dat u in beeld hebt.',
    method:
      'Een gebouw telt mee als het midden ervan op de grond in beeld ligt. De afstand is de rechte lijn tot het midden van het beeld. De hoogte van een gebouw is het hoogste punt van het dak min de grond.',
    limits:
      'Er is niet gekeken of een gebouw achter een ander gebouw staat. Ver weg (aan de horizon) stopt de telling.',
    uncertainty: 'Aan de rand van het beeld kan een gebouw net wel of net niet meetellen.',
  },
  age: {
    computes: 'Het aantal gebouwen per bouwperiode in het stuk grond dat u in beeld hebt.',
    method: 'Het bouwjaar is het jaar waarin het pand voor het eerst klaar was, zoals het in de registratie staat.',
    limits: 'Een verbouwing verandert het bouwjaar niet. Elk gebouw telt één keer: een schuur even zwaar als een flat.',
    uncertainty: 'Bij oude gebouwen is het bouwjaar vaak geschat. Wat niet bekend is, telt apart.',
  },
  height: {
    computes: 'Het aantal gebouwen per hoogte in het stuk grond dat u in beeld hebt.',
    method: 'De hoogte is het hoogste punt van het dak min de hoogte van de grond bij het gebouw.',
    limits:
      'Schoorstenen, antennes en installaties op het dak tellen niet altijd mee. Dit is niet de hoogte uit het omgevingsplan.',
    uncertainty: 'De hoogte komt uit een 3D-model. Een afwijking van een paar decimeter is gewoon.',
  },
};

const nl = {
  questions,
  /** Opens what the question is for. */
  canvas: 'Waarvoor is dit? (canvas)',
  leaflet: {
    title: 'Bijsluiter',
    computes: 'Wat u ziet',
    method: 'Hoe het is bepaald',
    limits: 'Wat niet is meegenomen',
    uncertainty: 'Hoe zeker dit is',
    sources: 'Bronnen',
    indicative: 'Dit is een indicatie. U kunt er geen rechten aan ontlenen.',
  },
  histogram: {
    ageClass: 'Bouwperiode',
    heightClass: 'Hoogte',
    count: 'Aantal',
    share: 'Deel',
    before: (limit: string) => `vóór ${limit}`,
    between: (from: string, to: string) => `${from} tot ${to}`,
    periodBetween: (from: number, to: number) => `${from}–${to - 1}`,
    since: (limit: string) => `${limit} en later`,
    above: (limit: string) => `${limit} en hoger`,
    below: (limit: string) => `lager dan ${limit}`,
    ageMedian: (year: number) => `De helft van de gebouwen is van ${year} of eerder.`,
    heightMedian: (height: string) => `De helft van de gebouwen is lager dan ${height}.`,
    basis: (known: string, all: string) => `Gebaseerd op ${known} van de ${all} gebouwen in beeld.`,
  },
};

const en: typeof nl = {
  canvas: 'What is this for? (canvas)',
  questions: {
    view: {
      computes: 'A description in words and a table of the ground that you have in view.',
      method:
        'A building counts when its middle lies in view on the ground. Distance is the straight line to the middle of the picture. The height of a building is the highest point of its roof minus the ground.',
      limits:
        'Whether a building stands behind another is not looked at. Far away, towards the horizon, counting stops.',
      uncertainty: 'At the edge of the picture a building may just count or just not count.',
    },
    age: {
      computes: 'The number of buildings per period of construction on the ground that you have in view.',
      method: 'The year of construction is the year in which the building was first completed, as registered.',
      limits: 'A renovation does not change the year. Every building counts once: a shed as much as a block of flats.',
      uncertainty: 'For old buildings the year is often an estimate. What is unknown is counted separately.',
    },
    height: {
      computes: 'The number of buildings per height on the ground that you have in view.',
      method: 'Height is the highest point of the roof minus the height of the ground at the building.',
      limits:
        'Chimneys, masts and installations on the roof are not always included. This is not the height in the zoning plan.',
      uncertainty: 'Heights come from a 3D model. A few decimetres of difference are normal.',
    },
  },
  leaflet: {
    title: 'About this answer',
    computes: 'What you see',
    method: 'How it was found',
    limits: 'What is left out',
    uncertainty: 'How certain it is',
    sources: 'Sources',
    indicative: 'This is an indication. No rights can be derived from it.',
  },
  histogram: {
    ageClass: 'Period',
    heightClass: 'Height',
    count: 'Number',
    share: 'Share',
    before: (limit) => `before ${limit}`,
    between: (from, to) => `${from} to ${to}`,
    periodBetween: (from, to) => `${from}–${to - 1}`,
    since: (limit) => `${limit} and later`,
    above: (limit) => `${limit} and taller`,
    below: (limit) => `lower than ${limit}`,
    ageMedian: (year) => `Half of the buildings date from ${year} or before.`,
    heightMedian: (height) => `Half of the buildings are lower than ${height}.`,
    basis: (known, all) => `Based on ${known} of the ${all} buildings in view.`,
  },
};

export const questionText = { nl, en };
