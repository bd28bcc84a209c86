/**
 * What each leaflet says of an answer before anything is asked, out of the texts of the questions: for the algorithm register and
 * for reading. Fetched when a file is asked for.
 */
import { ASSUMED_HEIGHT_ERROR, FLOOD_FIELDS } from '../../model/flood.ts';
import { HEAT_ERROR } from '../../model/heat.ts';
import type { LeafletAnswer, LeafletId } from '../../model/leaflet.ts';
import type { Municipality } from '../../model/municipality.ts';
import { LIGHT_ERROR, YIELD_ERROR } from '../../model/solar-error.ts';
import { SILL, STOREY, USUAL_ERROR } from '../../model/sun-question.ts';
import { claimsReportText } from './claims-report.ts';
import { countsLeaflet } from './counts-leaflet.ts';
import { crowdLeafletText } from './crowd-leaflet.ts';
import { en } from './en.ts';
import { floodLeafletText } from './flood-leaflet.ts';
import { heatText } from './heat.ts';
import { nl } from './nl.ts';
import { questionText } from './question.ts';
import { solarLeafletText } from './solar-leaflet.ts';
import { sunlightMoreText } from './sunlight-more.ts';
import { windowText } from './window.ts';

type Body = Omit<LeafletAnswer, 'title'>;
type Lines = string | readonly string[];

const listOf = (lines: Lines): readonly string[] => (typeof lines === 'string' ? [lines] : lines);
const body = (computes: string, method: string, limits: Lines, uncertainty: Lines): Body => ({
  computes,
  method,
  limits: listOf(limits),
  uncertainty: listOf(uncertainty),
});

/** Figures that depend on a place or a run are those that are taken where nothing has been asked. */
export function leafletAnswers(
  language: 'nl' | 'en',
  municipality: Municipality,
): Readonly<Record<LeafletId, LeafletAnswer>> {
  const locale = language === 'nl' ? 'nl-NL' : 'en-GB';
  const write = (value: number, decimals = 0) =>
    value.toLocaleString(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  const percent = (share: number) => `${write(share * 100)}%`;
  const metres = (value: number, decimals = 0) => `${write(value, decimals)} m`;
  const { questions, tools } = { nl, en }[language];
  const plain = questionText[language].questions;
  const sun = sunlightMoreText[language];
  const view = windowText[language];
  const flood = floodLeafletText[language];
  const solar = solarLeafletText[language];
  const heat = heatText[language].leaflet;
  const claims = claimsReportText[language].leaflet;
  const crowd = crowdLeafletText[language];
  const counts = countsLeaflet[language];
  const point = municipality.terrain?.source.accuracyM ?? ASSUMED_HEIGHT_ERROR;
  const depth = Math.ceil(Math.hypot(FLOOD_FIELDS.depth.step, point) / FLOOD_FIELDS.depth.step);
  const building = municipality.buildings[0]?.source.accuracyM ?? USUAL_ERROR;
  const bodies: Record<LeafletId, Body> = {
    view: body(plain.view.computes, plain.view.method, plain.view.limits, plain.view.uncertainty),
    age: body(plain.age.computes, plain.age.method, plain.age.limits, plain.age.uncertainty),
    height: body(plain.height.computes, plain.height.method, plain.height.limits, plain.height.uncertainty),
    sunlight: body(
      sun.computes,
      sun.method(metres(STOREY, 1), metres(SILL, 2), metres(440)),
      sun.limits,
      sun.uncertainty(metres(building, 1), '10°'),
    ),
    window: body(view.computes, view.method('600 × 400', metres(600)), view.limits, view.uncertainty),
    flood: body(flood.computes, flood.method, flood.limitsList, [
      flood.uncertainty(`${write(depth * FLOOD_FIELDS.depth.step * 100)} cm`),
      flood.hatching(`${write(point * 100)} cm`),
    ]),
    solar: body(
      solar.computes,
      solar.method,
      solar.limits,
      solar.uncertainty(percent(LIGHT_ERROR), percent(YIELD_ERROR)),
    ),
    heat: body(
      heat.computes,
      heat.method,
      heat.limits,
      heat.uncertainty(percent(HEAT_ERROR.method), percent(HEAT_ERROR.single), percent(HEAT_ERROR.group)),
    ),
    claims: body(claims.computes, claims.method, claims.limits, claims.uncertainty),
    crowd: body(crowd.computes, crowd.method, crowd.limitsList, crowd.uncertainty),
    counts: body(counts.computes, counts.method, counts.limits, [...counts.presence, ...counts.uncertainty]),
  };
  const titles: Record<LeafletId, string> = { ...questions, window: tools.window };
  return Object.fromEntries(
    Object.entries(bodies).map(([id, told]) => [id, { title: titles[id as LeafletId], ...told }]),
  ) as Record<LeafletId, LeafletAnswer>;
}
