/**
 * What a page and the viewer in its frame say to one another through `postMessage`. Every message is a flat, plain object
 * `{ tweelingstad: 1, type, … }` of at most {@link LARGEST_MESSAGE} characters. Who reads one checks its shape to the last member: what
 * is not exactly a message of this version is ignored and counted. Which sites are heard at all stands in `embedders` of `municipality.json`.
 * Without dependency, because the small script for other sites reads it too.
 */
const EMBED_VERSION = 1;
/** Characters of all names and values together. */
export const LARGEST_MESSAGE = 16_384;

/** What a viewer that is not ready is busy with. */
const embedStages = ['town', 'program', 'tiles'] as const;
export type EmbedStage = (typeof embedStages)[number];

/** The viewer to the page. */
export type EmbedEvent =
  /** The viewer's page runs. Sent to anyone, so it says no more; who wants to talk answers `hello`. */
  | { readonly type: 'here' }
  | { readonly type: 'progress'; readonly stage: EmbedStage }
  /** The first picture is complete. Ids of viewpoints, those of plans as `plan/stop`; ids of questions. */
  | {
      readonly type: 'ready';
      readonly municipality: string;
      readonly name: string;
      readonly viewpoints: readonly string[];
      readonly questions: readonly string[];
    }
  /** Id of the building that is selected, or null. */
  | { readonly type: 'selection'; readonly building: string | null }
  /** What brings the picture back: the attribute `scenario` of the element, the part after `#` of an address. */
  | { readonly type: 'scenario'; readonly scenario: string }
  /** RD New and NAP, metres; heading clockwise from north, negative pitch looks down. */
  | {
      readonly type: 'camera';
      readonly x: number;
      readonly y: number;
      readonly nap: number;
      readonly headingDegrees: number;
      readonly pitchDegrees: number;
    }
  /** The visitor gives the map back to the page, which may take the focus. */
  | { readonly type: 'leave' }
  /** A command that could not be obeyed, or something that could not be loaded. `detail` is technical, in English. */
  | { readonly type: 'error'; readonly code: EmbedErrorCode; readonly detail: string };

const embedErrorCodes = [
  'municipality',
  'no-webgl',
  'load',
  'unknown-viewpoint',
  'unknown-building',
  'unknown-question',
] as const;
export type EmbedErrorCode = (typeof embedErrorCodes)[number];

/** The page to the viewer. */
export type EmbedCommand =
  /** Asks the viewer to tell this page what happens. */
  | { readonly type: 'hello' }
  | { readonly type: 'go-to-viewpoint'; readonly viewpoint: string }
  | { readonly type: 'select'; readonly building: string | null }
  | { readonly type: 'show-question'; readonly question: string | null }
  /** Clock time in Europe/Amsterdam, `2026-03-21T17:00`; null: the soft light of every day. */
  | { readonly type: 'set-time'; readonly time: string | null };

type Check = (value: unknown) => boolean;
type Shapes<Message extends { readonly type: string }> = {
  readonly [Type in Message['type']]: {
    readonly [Name in Exclude<keyof Extract<Message, { type: Type }>, 'type'>]: Check;
  };
};

const isText: Check = (value) => typeof value === 'string';
const isId: Check = (value) => typeof value === 'string' && value !== '' && value.length <= 200;
const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const oneOf =
  (values: readonly string[]): Check =>
  (value) =>
    values.includes(value as string);
const isIds: Check = (value) => Array.isArray(value) && value.length <= 1000 && value.every(isId);

/** Undefined for what is no clock time. */
export function readClockTime(text: string): { readonly date: string; readonly minutes: number } | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  const [, date = '', hours, minutes] = match ?? [];
  const day = new Date(`${date}T00:00:00Z`);
  // The 30th of February is a day in March to some.
  if (Number.isNaN(day.getTime()) || !day.toISOString().startsWith(date)) return undefined;
  return { date, minutes: Number(hours) * 60 + Number(minutes) };
}

const eventShapes: Shapes<EmbedEvent> = {
  here: {},
  progress: { stage: oneOf(embedStages) },
  ready: { municipality: isId, name: isText, viewpoints: isIds, questions: isIds },
  selection: { building: orNull(isId) },
  scenario: { scenario: isText },
  camera: { x: isNumber, y: isNumber, nap: isNumber, headingDegrees: isNumber, pitchDegrees: isNumber },
  leave: {},
  error: { code: oneOf(embedErrorCodes), detail: isText },
};

const commandShapes: Shapes<EmbedCommand> = {
  hello: {},
  'go-to-viewpoint': { viewpoint: isId },
  select: { building: orNull(isId) },
  'show-question': { question: orNull(isId) },
  'set-time': { time: orNull((value) => typeof value === 'string' && readClockTime(value) !== undefined) },
};

/** Why a message is ignored. */
export type Refusal = 'malformed' | 'too-large' | 'version';
export type Read<Message> = { readonly message: Message } | { readonly refused: Refusal };

/** Looks no further than a message can reach, so that a huge one costs nothing. */
function sizeOf(value: unknown, depth = 0): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 8;
  if (depth > 2) return LARGEST_MESSAGE + 1;
  if (Array.isArray(value) && value.length > LARGEST_MESSAGE) return value.length;
  let size = 0;
  for (const name in value) {
    size += name.length + sizeOf(Reflect.get(value, name), depth + 1);
    if (size > LARGEST_MESSAGE) break;
  }
  return size;
}

const isPlain = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null && Object.getPrototypeOf(data) === Object.prototype;

function read<Message extends { readonly type: string }>(
  shapes: Readonly<Record<string, Readonly<Record<string, Check>>>>,
  data: unknown,
): Read<Message> {
  // Bytes and lists count their items as members: they are no message at all.
  if (typeof data === 'string' && data.length > LARGEST_MESSAGE) return { refused: 'too-large' };
  if (!isPlain(data)) return { refused: 'malformed' };
  if (sizeOf(data) > LARGEST_MESSAGE) return { refused: 'too-large' };
  const { tweelingstad, type, ...members } = data;
  if (typeof tweelingstad === 'number' && tweelingstad !== EMBED_VERSION) return { refused: 'version' };
  const shape = typeof type === 'string' && Object.hasOwn(shapes, type) ? shapes[type] : undefined;
  if (tweelingstad !== EMBED_VERSION || !shape) return { refused: 'malformed' };
  const names = Object.keys(shape);
  const fits = names.length === Object.keys(members).length && names.every((name) => shape[name]?.(members[name]));
  return fits ? { message: { type, ...members } as unknown as Message } : { refused: 'malformed' };
}

export const readEvent = (data: unknown): Read<EmbedEvent> => read<EmbedEvent>(eventShapes, data);
export const readCommand = (data: unknown): Read<EmbedCommand> => read<EmbedCommand>(commandShapes, data);

export const writeMessage = (message: EmbedEvent | EmbedCommand): object => ({
  tweelingstad: EMBED_VERSION,
  ...message,
});
