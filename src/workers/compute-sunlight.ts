/** One thread for one site: reads it once and answers what is asked of it, in order; a map lets figures go before. */
import type { SunFacts, SunQuestion, SunReply } from '../model/sun-question.ts';
import type { SunSite } from '../model/sunlight.ts';
import { mapSun } from './map-sun.ts';
import { type ReadSite, readSunSite } from './read-sun-site.ts';
import { type AskedSite, answerNeighbours, answerSpot, answerWindow, prepareSite } from './sun-at-places.ts';

export interface SunlightThread {
  ask(question: SunQuestion, onReply: (reply: SunReply) => void): Promise<void>;
  /** What is being answered is no longer wanted. */
  drop(): void;
}

function factsOf({ today, reach, origin }: ReadSite): SunFacts {
  const { buildings, layers } = today;
  const triangles = layers.reduce((sum, { shade }) => sum + shade.solidOwners.length, 0);
  let highest = 0;
  for (const { positions } of buildings)
    for (let i = 2; i < positions.length; i += 3) highest = Math.max(highest, (positions[i] as number) - origin[2]);
  return {
    buildings: buildings.length,
    triangles,
    reach,
    lowestSunDegrees: (Math.atan2(highest, reach) * 180) / Math.PI,
  };
}

/** `isDropped`: the question is no longer wanted. Throws what goes wrong. */
async function answerSun(
  site: AskedSite,
  question: SunQuestion,
  isDropped: () => boolean,
  onReply: (reply: SunReply) => void,
): Promise<void> {
  if (question.kind === 'map') {
    await mapSun(site, question, isDropped, (map) => onReply({ kind: 'map', map, facts: factsOf(site) }));
  } else if (question.kind === 'neighbours') {
    const start = performance.now();
    const neighbours = answerNeighbours(site, question);
    onReply({ kind: 'neighbours', neighbours, ms: performance.now() - start });
  } else {
    const places = question.kind === 'window' ? answerWindow(site, question) : answerSpot(site, question);
    onReply({ kind: 'places', places, facts: factsOf(site) });
  }
}

/** `prepare`: what must be there before the site is read. */
export function createSunlightThread(site: SunSite, prepare: Promise<void>): SunlightThread {
  const reading = prepare.then(() => readSunSite(site)).then(prepareSite);
  // Whoever asks is told; nobody may have asked yet.
  reading.catch(() => undefined);
  let turn = 0;
  return {
    async ask(question, onReply) {
      const own = turn;
      const isDropped = () => own !== turn;
      try {
        const read = await reading;
        if (isDropped()) return;
        await answerSun(read, question, isDropped, onReply);
      } catch (error) {
        onReply({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
      }
    },
    drop() {
      turn++;
    },
  };
}
