/**
 * Why a check came out as it did, in both languages of the rules: the command line and the page tell the same sentence. It never says
 * that something is allowed: it says what was measured and whether that meets the rule.
 */
import { formatFigure, type Language } from './check-figure.ts';
import type { CheckUnit } from './claim.ts';
import type { RuleKind } from './claim-rules.ts';
import type { Localised } from './municipality.ts';

type Tell = Readonly<Record<Language, string>>;

export interface SentenceFacts {
  readonly name: string | Localised;
  /** Of the claim that decides, where one does. */
  readonly against?: string;
  readonly measured: number;
  readonly limit: number;
  readonly unit: CheckUnit;
  /** What a kind tells beside them, by name; a number with its unit is a pair. */
  readonly more?: Readonly<Record<string, readonly [number, CheckUnit] | Localised>>;
}

/** What a lead is written with: figures and words of one language. */
interface Words {
  readonly name: string;
  readonly against: string;
  readonly measured: string;
  readonly limit: string;
  readonly isZero: boolean;
  readonly more: Readonly<Record<string, string>>;
}

type Lead = Readonly<Record<Language, (words: Words) => string>>;

/** `too`: what is wrong when it fails. */
const leads: Readonly<Record<RuleKind, Lead & { readonly too: Tell }>> = {
  'maximum-height': {
    nl: ({ name, measured, limit, more }) =>
      `${name} is ${measured} hoog vanaf ${more['from']}; de regel is ten hoogste ${limit}`,
    en: ({ name, measured, limit, more }) =>
      `${name} is ${measured} high from ${more['from']}; the rule is ${limit} at most`,
    too: { nl: 'te hoog', en: 'too high' },
  },
  'maximum-eaves': {
    nl: ({ name, measured, limit, more }) =>
      `De goot van ${name} ligt ${measured} boven ${more['from']}; de regel is ten hoogste ${limit}`,
    en: ({ name, measured, limit, more }) =>
      `The eaves of ${name} are ${measured} above ${more['from']}; the rule is ${limit} at most`,
    too: { nl: 'te hoog', en: 'too high' },
  },
  'within-theme': {
    nl: ({ name, measured, limit, against, isZero }) =>
      isZero
        ? `${name} blijft binnen ${against}`
        : `${name} steekt ${measured} buiten ${against}; de regel is ten hoogste ${limit}`,
    en: ({ name, measured, limit, against, isZero }) =>
      isZero
        ? `${name} stays within ${against}`
        : `${name} reaches ${measured} outside ${against}; the rule is ${limit} at most`,
    too: { nl: 'te ver', en: 'too far' },
  },
  'built-percentage': {
    nl: ({ name, measured, limit }) => `${name} is voor ${measured} bebouwd; de regel is ten hoogste ${limit}`,
    en: ({ name, measured, limit }) => `${name} is built over for ${measured}; the rule is ${limit} at most`,
    too: { nl: 'te veel', en: 'too much' },
  },
  'distance-to-theme': {
    nl: ({ name, measured, limit, against }) =>
      `${name} ligt op ${measured} van ${against}; de regel is ten minste ${limit}`,
    en: ({ name, measured, limit, against }) =>
      `${name} lies ${measured} from ${against}; the rule is ${limit} at least`,
    too: { nl: 'te dichtbij', en: 'too close' },
  },
  'distance-to-trees': {
    nl: ({ name, measured, limit, more }) =>
      `${name} ligt op ${measured} van ${more['to']} die blijft staan; de regel is ten minste ${limit}`,
    en: ({ name, measured, limit, more }) =>
      `${name} lies ${measured} from ${more['to']} that stays; the rule is ${limit} at least`,
    too: { nl: 'te dichtbij', en: 'too close' },
  },
  'distance-to-ground': {
    nl: ({ name, measured, limit, more }) =>
      `${name} ligt op ${measured} van ${more['surface']} in het plan; de regel is ten minste ${limit}`,
    en: ({ name, measured, limit, more }) =>
      `${name} lies ${measured} from ${more['surface']} in the plan; the rule is ${limit} at least`,
    too: { nl: 'te dichtbij', en: 'too close' },
  },
  'overlap-with-theme': {
    nl: ({ name, measured, limit, against, isZero }) =>
      isZero
        ? `${name} ligt buiten ${against}`
        : `${name} ligt voor ${measured} in ${against}; de regel is ten hoogste ${limit}`,
    en: ({ name, measured, limit, against, isZero }) =>
      isZero
        ? `${name} lies outside ${against}`
        : `${name} lies in ${against} for ${measured}; the rule is ${limit} at most`,
    too: { nl: 'te veel', en: 'too much' },
  },
  'water-compensation': {
    nl: ({ measured, limit, more }) =>
      `Er komt ${more['paved']} verharding en dak bij; daarvoor is ${limit} waterberging nodig en het plan heeft ${measured}`,
    en: ({ measured, limit, more }) =>
      `${more['paved']} of paving and roofs are added; they need ${limit} of water storage and the plan has ${measured}`,
    too: { nl: 'te weinig', en: 'too little' },
  },
  'trees-in-sight': {
    nl: ({ name, measured, limit, more }) =>
      `${name} heeft ${measured} met een kroon vanaf ${more['crown']} binnen ${more['within']}; de regel is ten minste ${limit}`,
    en: ({ name, measured, limit, more }) =>
      `${name} has ${measured} with a crown of ${more['crown']} or more within ${more['within']}; the rule is ${limit} at least`,
    too: { nl: 'te weinig', en: 'too few' },
  },
  'crown-cover': {
    nl: ({ measured, limit, more }) =>
      `Boomkronen bedekken ${measured} van ${more['area']}; de regel is ten minste ${limit}`,
    en: ({ measured, limit, more }) =>
      `Crowns of trees cover ${measured} of ${more['area']}; the rule is ${limit} at least`,
    too: { nl: 'te weinig', en: 'too little' },
  },
  'distance-to-green': {
    nl: ({ name, measured, limit, more }) =>
      `Van ${name} naar groen vanaf ${more['size']} is het naar schatting ${measured} lopen; de regel is ten hoogste ${limit}`,
    en: ({ name, measured, limit, more }) =>
      `From ${name} to green of ${more['size']} or more is an estimated walk of ${measured}; the rule is ${limit} at most`,
    too: { nl: 'te ver', en: 'too far' },
  },
  'parking-norm': {
    nl: ({ measured, limit }) => `Het plan heeft ${measured} om te parkeren; de norm is ten minste ${limit}`,
    en: ({ measured, limit }) => `The plan has ${measured} to park; the norm is ${limit} at least`,
    too: { nl: 'te weinig', en: 'too few' },
  },
  'attribute-limit': {
    nl: ({ name, measured, limit, more }) =>
      `${name}: ${more['attribute']} is ${measured}; de regel is ${more['bound']} ${limit}`,
    en: ({ name, measured, limit, more }) =>
      `${name}: ${more['attribute']} is ${measured}; the rule is ${more['bound']} ${limit}`,
    too: { nl: 'daarbuiten', en: 'beyond it' },
  },
};

/** Where room is metres and not what was measured. */
const tooFar: Tell = { nl: 'te ver', en: 'too far' };

/** Why nothing could be said, or need not be. */
const checkGaps = {
  peil: { nl: 'het plan noemt geen peil', en: 'the plan names no zero for its heights (peil)' },
  height: { nl: 'de hoogte is niet bekend', en: 'the height is not known' },
  'claim-height': { nl: 'de hoogte van die claim is niet bekend', en: 'the height of that claim is not known' },
  use: { nl: 'het gebruik is niet bekend', en: 'its use is not known' },
  dwellings: { nl: 'het aantal woningen is niet bekend', en: 'the number of homes is not known' },
  'floor-area': { nl: 'het vloeroppervlak is niet bekend', en: 'the floor area is not known' },
  places: { nl: 'het plan noemt geen aantal parkeerplaatsen', en: 'the plan names no number of parking places' },
  ground: { nl: 'het plan tekent geen nieuwe grond', en: 'the plan draws no new ground' },
  storage: { nl: 'het plan noemt geen waterberging', en: 'the plan names no storage of water' },
  'paved-today': { nl: 'de verharding van nu is niet bekend', en: 'today’s paving is not known' },
  outline: { nl: 'van een geplaatst model is de omtrek niet bekend', en: 'the outline of a placed model is not known' },
  area: { nl: 'de omtrek van het plan is niet bekend', en: 'the outline of the plan is not known' },
  trees: { nl: 'er is geen bron van bomen', en: 'there is no source of trees' },
  'plan-trees': {
    nl: 'het plan zegt niet welke bomen het plant',
    en: 'the plan does not say which trees it plants',
  },
  justify: {
    nl: 'dat vraagt een motivering, die deze toets niet kan beoordelen',
    en: 'that asks for reasons, which this check cannot judge',
  },
} as const satisfies Readonly<Record<string, Tell>>;
export type CheckGap = keyof typeof checkGaps;

const checkExemptions = {
  use: { nl: 'hun gebruik valt niet onder de regel', en: 'their use is not what the rule is about' },
  phase: { nl: 'hun fase valt niet onder de regel', en: 'their phase is not what the rule is about' },
  place: { nl: 'zij liggen niet in het gebied van de regel', en: 'they do not lie where the rule holds' },
  minor: { nl: 'het zijn ondergeschikte onderdelen', en: 'they are minor parts' },
  'no-homes': { nl: 'er zijn geen woningen in', en: 'there are no homes in them' },
  'no-limit': { nl: 'er geldt daar geen maat', en: 'no figure holds there' },
  'no-claim': {
    nl: 'in de gegevens staat geen claim waar de regel over gaat',
    en: 'the data hold no claim that the rule is about',
  },
  'not-built': {
    nl: 'het plan bouwt niet waar de regel over gaat',
    en: 'the plan does not build where the rule holds',
  },
  'no-norm': { nl: 'er is geen norm voor wat het plan bouwt', en: 'there is no norm for what the plan builds' },
  'no-ground': {
    nl: 'het plan heeft geen grond waar de regel over gaat',
    en: 'the plan has no ground that the rule is about',
  },
  'no-tree': { nl: 'er staat geen boom waar de regel over gaat', en: 'there is no tree that the rule is about' },
  'no-plan': { nl: 'er is geen plan om te toetsen', en: 'there is no plan to check' },
  'below-threshold': {
    nl: 'er komt minder verharding bij dan waar de regel begint',
    en: 'less paving is added than where the rule begins',
  },
} as const satisfies Readonly<Record<string, Tell>>;
export type CheckExemption = keyof typeof checkExemptions;

/** Where a plan has no name. */
export const planName: Localised = { nl: 'Het plan', en: 'The plan' };

const nameIn = (name: string | Localised, language: Language) => (typeof name === 'string' ? name : name[language]);

function wordsOf({ name, against, measured, limit, unit, more = {} }: SentenceFacts, language: Language): Words {
  const told = Object.entries(more).map(([key, value]) => [
    key,
    'nl' in value ? value[language] : formatFigure(value[0], value[1], language),
  ]);
  return {
    name: nameIn(name, language),
    against: against ?? '',
    measured: formatFigure(measured, unit, language),
    limit: formatFigure(limit, unit, language),
    isZero: measured === 0,
    more: Object.fromEntries(told),
  };
}

const verdicts = {
  meets: {
    nl: (margin: string) => `Dat voldoet, met ${margin} over.`,
    en: (margin: string) => `That meets it, with ${margin} to spare.`,
  },
  fails: {
    nl: (margin: string, _: string, too: string) => `Dat voldoet niet: ${margin} ${too}.`,
    en: (margin: string, _: string, too: string) => `That fails it: ${margin} ${too}.`,
  },
  unknown: {
    nl: (margin: string, error: string) =>
      `Onbekend: het verschil van ${margin} is kleiner dan de onzekerheid van ${error}.`,
    en: (margin: string, error: string) =>
      `Unknown: the difference of ${margin} is smaller than the uncertainty of ${error}.`,
  },
} as const;

const both = (tell: (language: Language) => string): Localised => ({ nl: tell('nl'), en: tell('en') });

export const tellVerdict = (
  kind: RuleKind,
  facts: SentenceFacts,
  result: keyof typeof verdicts,
  margin: readonly [number, CheckUnit],
  error: number,
): Localised =>
  both((language) => {
    const room = formatFigure(Math.abs(margin[0]), margin[1], language);
    const verdict = verdicts[result][language](
      room,
      formatFigure(error, margin[1], language),
      (margin[1] === facts.unit ? leads[kind].too : tooFar)[language],
    );
    return `${leads[kind][language](wordsOf(facts, language))}. ${verdict}`;
  });

const unknownWords: Tell = { nl: 'Onbekend', en: 'Unknown' };
const because: Tell = { nl: 'want', en: 'because' };

/** `facts`: what could be measured all the same. */
export const tellGap = (name: string | Localised, gap: CheckGap, kind?: RuleKind, facts?: SentenceFacts): Localised =>
  both((language) =>
    facts && kind
      ? `${leads[kind][language](wordsOf(facts, language))}. ${unknownWords[language]}: ${checkGaps[gap][language]}.`
      : `${nameIn(name, language)}: ${unknownWords[language].toLowerCase()}, ${because[language]} ${checkGaps[gap][language]}.`,
  );

const countWords: Readonly<Record<Language, (names: readonly string[]) => string>> = {
  nl: (names) => (names.length > 3 ? `${names.length} onderdelen` : names.join(', ')),
  en: (names) => (names.length > 3 ? `${names.length} parts` : names.join(', ')),
};
const notChecked: Tell = { nl: 'Niet getoetst', en: 'Not checked' };

/** `names`: of what the rule does not hold for; none where it holds for nothing at all. */
export const tellExemption = (names: readonly string[], exemption: CheckExemption): Localised =>
  both((language) =>
    names.length === 0
      ? `${notChecked[language]}: ${checkExemptions[exemption][language]}.`
      : `${notChecked[language]}: ${countWords[language](names)}; ${checkExemptions[exemption][language]}.`,
  );
