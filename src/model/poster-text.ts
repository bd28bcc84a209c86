/** What is told beside a poster, in the words of the plan itself, and the address that its picture is of. */
import { InputError } from './input-error.ts';
import type { Localised, Municipality, Viewpoint } from './municipality.ts';
import type { Moment, Plan, PlanStop } from './plan.ts';
import type { Poster } from './poster.ts';

export type ToldPoster = Pick<Poster, 'name' | 'caption' | 'summary' | 'scenario'>;
const languages = ['nl', 'en'] as const;

const words = {
  plan: { nl: 'Bouwplan', en: 'Building plan' },
  today: { nl: 'U ziet hoe het nu is.', en: 'You see how it is now.' },
  variant: { nl: 'U ziet variant', en: 'You see variant' },
  light: { nl: 'Zonlicht op', en: 'Sunlight on' },
  impression: { nl: 'Dit is een impressie, geen besluit.', en: 'This is an impression, not a decision.' },
  fictional: { nl: 'is een fictieve gemeente.', en: 'is a fictional municipality.' },
} satisfies Record<string, Localised>;

const inBoth = (write: (language: 'nl' | 'en') => string): Localised => ({ nl: write('nl'), en: write('en') });
const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);
const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

function tellMoment({ date, minutes }: Moment, language: 'nl' | 'en'): string {
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));
  return `${words.light[language]} ${day}, ${clock(minutes)}.`;
}

/** As the viewer's own links are written (`store/share-link.ts` reads it). */
function writeScenario({ position, headingDegrees, pitchDegrees }: Viewpoint, plan?: Plan, stop?: PlanStop): string {
  const choice = plan && [plan.id, stop?.variant].filter((id) => id !== undefined).map(encodeURIComponent);
  return [
    'v=2',
    `eye=${position.join(',')}`,
    `look=${headingDegrees},${pitchDegrees}`,
    ...(choice ? [`plan=${choice.join('/')}`] : []),
    ...(stop?.moment ? [`time=${stop.moment.date}T${clock(stop.moment.minutes)}`] : []),
  ].join('&');
}

function tellStop(town: Municipality, plan: Plan, stop: PlanStop): ToldPoster {
  const variant = plan.variants.find(({ id }) => id === stop.variant);
  const summary = inBoth((language) =>
    [
      `${words.plan[language]} ${plan.title[language]}, ${town.name}: ${sentence(plan.summary[language])}`,
      variant
        ? `${words.variant[language]} ${sentence(variant.title[language])} ${sentence(variant.summary[language])}`
        : words.today[language],
      ...(stop.moment ? [tellMoment(stop.moment, language)] : []),
      words.impression[language],
      ...(town.fictional ? [`${town.name} ${words.fictional[language]}`] : []),
    ].join(' '),
  );
  return {
    name: `${plan.id}-${stop.id}`,
    caption: inBoth((language) => `${stop.title[language]}. ${stop.caption[language]}`),
    summary,
    scenario: writeScenario(stop, plan, stop),
  };
}

function tellViewpoint(town: Municipality, viewpoint: Viewpoint): ToldPoster {
  const summary = inBoth((language) =>
    [words.today[language], ...(town.fictional ? [`${town.name} ${words.fictional[language]}`] : [])].join(' '),
  );
  return {
    name: viewpoint.id,
    caption: inBoth((language) => `${town.name}: ${viewpoint.title[language]}`),
    summary,
    scenario: writeScenario(viewpoint),
  };
}

/** Of every viewpoint of the municipality and every stop of its plans. Throws {@link InputError} for names that files cannot have. */
export function listPosters(town: Municipality, plans: readonly Plan[]): ToldPoster[] {
  const posters = [
    ...town.viewpoints.map((viewpoint) => tellViewpoint(town, viewpoint)),
    ...plans.flatMap((plan) => plan.stops.map((stop) => tellStop(town, plan, stop))),
  ];
  for (const [row, { name }] of posters.entries()) {
    if (!/^[a-z0-9][a-z0-9-]*$/.test(name))
      throw new InputError(`viewpoint "${name}": its id must be lower-case letters, digits and dashes for a file.`);
    if (posters.findIndex((other) => other.name === name) !== row)
      throw new InputError(`two viewpoints would both be called "${name}".`);
  }
  return posters;
}

/** A text file beside the picture, for whoever makes a page by hand. */
export const writePosterText = ({ caption, summary, scenario }: ToldPoster): string =>
  languages.map((language) => `[${language}]\n${caption[language]}\n\n${summary[language]}\n`).join('\n') +
  `\n[scenario]\n${scenario}\n`;
