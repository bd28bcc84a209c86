/** What must stand beside a picture: what it shows, from when, from which sources, and how to see it again. */
import { listSources } from '../model/list-sources.ts';
import { isSummerTime } from '../model/local-time.ts';
import { pictureBox, type SheetContent } from '../model/picture-sheet.ts';
import type { Moment } from '../model/plan.ts';
import { printedAddress } from '../store/follow-address.ts';
import type { Picture } from '../store/picture.ts';
import { findPlan } from '../store/plans.ts';
import { writeClock } from '../store/share-link.ts';
import { layerIds, type TwinState } from '../store/twin.ts';
import type { Format } from './format.ts';
import type { Text } from './text/nl.ts';
import type { PictureText } from './text/picture.ts';

function writeMoment(moment: Moment, text: PictureText, format: Format): string {
  const season = isSummerTime(moment) ? text.summer : text.winter;
  return text.moment(format.date(moment.date), writeClock(moment.minutes), season);
}

function writeShown({ choice, plans, layers }: TwinState, text: PictureText, names: Text['layers'], format: Format) {
  const plan = findPlan({ plans }, choice?.plan);
  const variant = plan?.variants.find(({ id }) => id === choice?.variant);
  const what =
    plan && variant
      ? text.plan(format.localised(plan.title), format.localised(variant.title), text.status[plan.status])
      : text.today;
  const visible = layerIds.filter((id) => layers[id].visible).map((id) => names[id].toLowerCase());
  return [what, text.layers(visible.join(', '))];
}

/** A perspective has a scale only where it looks straight down. `points`: of the picture's width on the sheet. */
function writeScale(
  { camera, footprint }: TwinState,
  cssWidth: number,
  points: number,
  text: PictureText,
  format: Format,
) {
  const metresPerPixel = footprint?.metresPerPixel;
  const scale =
    camera && camera.pitchDegrees < -85 && metresPerPixel
      ? (metresPerPixel * cssWidth) / ((points / 72) * 0.0254)
      : undefined;
  const heading = Math.round(camera?.headingDegrees ?? 0) % 360;
  return [
    scale ? text.scaleAbout(format.number(Number(scale.toPrecision(2)))) : text.perspective,
    text.looking(heading),
  ];
}

/** Sixteen digits are enough to compare by eye. Undefined where the browser computes none (pages without https). */
async function hashOf(text: string): Promise<string | undefined> {
  if (!globalThis.crypto?.subtle) return undefined;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, 16);
}

type SheetFacts = Omit<SheetContent, 'jpeg' | 'columns' | 'rows' | 'title'>;

export async function describePicture(
  state: TwinState,
  text: PictureText,
  { layers, fictional }: Text,
  format: Format,
  picture: Pick<Picture, 'columns' | 'rows' | 'scale'>,
): Promise<SheetFacts> {
  const { municipality, moment, pageLanguage: language = 'nl', camera } = state;
  const value = municipality.status === 'ready' ? municipality.value : undefined;
  const sources = value ? listSources(value).map(({ source }) => source) : [];
  const dates = sources.map(({ date }) => date).sort();
  const { url, lacksDrawing } = printedAddress();
  const hash = await hashOf(`${url} ${dates.at(-1) ?? ''}`);
  const now = new Date();
  const link = { label: lacksDrawing ? `${text.linkLacks} ${text.link}` : text.link, url };
  const credits = `${text.sources}: ${sources
    .map(
      ({ title, holder, date, licence }) => `${format.localised(title)}, ${holder}, ${format.date(date)} (${licence})`,
    )
    .join('; ')}.`;
  const [, , points] = pictureBox({ ...picture, sources: credits, link });
  return {
    subtitle: `${value?.name ?? ''}${value?.fictional ? ` (${fictional})` : ''}`,
    language,
    sections: [
      { heading: text.shown, lines: writeShown(state, text, layers, format) },
      { heading: text.sun, lines: [moment ? writeMoment(moment, text, format) : text.noMoment] },
      { heading: text.scale, lines: writeScale(state, picture.columns / picture.scale, points, text, format) },
      {
        heading: text.made,
        lines: [format.date(now.toISOString()), ...(hash ? [text.hash(hash), text.hashOf] : [])],
      },
    ],
    sources: credits,
    headingDegrees: camera?.headingDegrees ?? 0,
    north: text.north,
    link,
    notice: text.notice,
  };
}
