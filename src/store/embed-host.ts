/**
 * The viewer's side of the talk with a page that holds it in a frame. Heard is only the page around it, and only when its origin stands
 * in `embedders` of `municipality.json`, or is the viewer's own; all else is ignored and counted.
 */
import { type EmbedEvent, type EmbedStage, type Refusal, readCommand, writeMessage } from '../model/embed-message.ts';
import { questionIds } from '../model/question-ids.ts';
import { presentData } from './data-version.ts';
import { listViewpoints, obeyEmbedder } from './embed-commands.ts';
import { writeLink } from './share-link.ts';
import { initialTwin, type TwinState, twin } from './twin.ts';

const WRITE_DELAY_MS = 300;
/** Messages that may wait until it is known who is on the list. */
const MOST_WAITING = 16;

/** The window of the viewer, as far as it is needed. */
export interface EmbeddedWindow {
  readonly parent: { postMessage(message: unknown, targetOrigin: string): void };
  readonly location: { readonly origin: string };
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
  removeEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
}

/** How many messages were ignored, by reason; `origin`: from a window that is not heard. */
export type RefusedMessages = Readonly<Record<Refusal | 'origin', number>>;

export interface EmbedHost {
  readonly refused: RefusedMessages;
  /** The visitor gives the map back. */
  leave(): void;
  destroy(): void;
}

const isComplete = ({ scene, footprint, pendingTiles }: TwinState) =>
  scene === 'ready' && footprint !== undefined && pendingTiles === 0;

function stageOf({ municipality, scene }: TwinState): EmbedStage {
  if (municipality.status !== 'ready') return 'town';
  return scene === 'ready' ? 'tiles' : 'program';
}

export function createEmbedHost(own: EmbeddedWindow, onRefused: (refused: RefusedMessages) => void): EmbedHost {
  const refused: Record<Refusal | 'origin', number> = { origin: 0, malformed: 0, 'too-large': 0, version: 0 };
  let waiting: MessageEvent<unknown>[] = [];
  /** Who said hello. */
  let origin: string | undefined;
  let isReady = false;
  let toldStage: EmbedStage | undefined;
  let toldScenario = '';
  let timer: ReturnType<typeof setTimeout> | undefined;

  function post(event: EmbedEvent): void {
    if (origin !== undefined) own.parent.postMessage(writeMessage(event), origin);
  }

  function isHeard(from: string): boolean {
    const { municipality } = twin.getState();
    const embedders = municipality.status === 'ready' ? (municipality.value.embedders ?? []) : [];
    return from === own.location.origin || embedders.includes(from);
  }

  function onMessage(event: MessageEvent<unknown>): void {
    const { status } = twin.getState().municipality;
    const mayWait = event.source === own.parent && (status === 'idle' || status === 'running');
    if (mayWait && waiting.length < MOST_WAITING) waiting.push(event);
    else answer(event);
  }

  function answer({ source, origin: from, data }: MessageEvent<unknown>): void {
    const read = source === own.parent && isHeard(from) ? readCommand(data) : { refused: 'origin' as const };
    if ('refused' in read) {
      refused[read.refused]++;
      onRefused(refused);
    } else if (read.message.type === 'hello') greet(from);
    // Whoever did not say hello asks and hears nothing back.
    else void obeyEmbedder(read.message).then((problem) => problem && post({ type: 'error', ...problem }));
  }

  function greet(from: string): void {
    origin = from;
    isReady = false;
    toldStage = undefined;
    tellProgress(twin.getState());
    tellProblems(twin.getState(), initialTwin);
  }

  function tellProgress(state: TwinState): void {
    if (isReady) return;
    const { municipality, plans, scene } = state;
    const stage = stageOf(state);
    if (stage !== toldStage) post({ type: 'progress', stage });
    toldStage = stage;
    // Plans name viewpoints too, and come a moment later than the town.
    const isNamed = plans.status === 'ready' || (municipality.status === 'ready' && !municipality.value.plans?.length);
    if (municipality.status !== 'ready' || !isNamed || !(isComplete(state) || scene === 'unsupported')) return;
    isReady = origin !== undefined;
    const { id, name } = municipality.value;
    post({ type: 'ready', municipality: id, name, viewpoints: listViewpoints(state), questions: questionIds });
    tellScenario();
  }

  /** What is wrong now and was not `before`. */
  function tellProblems(now: TwinState, before: TwinState): void {
    if (now.municipality.status === 'failed' && now.municipality !== before.municipality)
      post({ type: 'error', code: 'municipality', detail: now.municipality.message });
    if (now.scene === 'unsupported' && now.scene !== before.scene)
      post({ type: 'error', code: 'no-webgl', detail: 'this browser gives no WebGL 2' });
    for (const { what, url, detail } of now.problems)
      if (!before.problems.some((known) => known.what === what && known.url === url))
        post({ type: 'error', code: 'load', detail: `${what} ${url}: ${detail}`.slice(0, 2000) });
  }

  function tellScenario(): void {
    timer = undefined;
    const scenario = writeLink(twin.getState(), presentData());
    // A drawing may make it longer than a message can be.
    if (scenario !== toldScenario && scenario.length < 16_000) post({ type: 'scenario', scenario });
    toldScenario = scenario;
  }

  function follow(now: TwinState, before: TwinState): void {
    if (now.municipality !== before.municipality && now.municipality.status !== 'running') {
      const held = waiting;
      waiting = [];
      for (const event of held) answer(event);
    }
    tellProgress(now);
    tellProblems(now, before);
    if (!isReady) return;
    if (now.selection?.id !== before.selection?.id) post({ type: 'selection', building: now.selection?.id ?? null });
    if (now.camera && now.camera !== before.camera) post({ type: 'camera', ...now.camera });
    timer ??= setTimeout(tellScenario, WRITE_DELAY_MS);
  }

  own.addEventListener('message', onMessage);
  const unsubscribe = twin.subscribe(follow);
  // To anyone: it says nothing of the picture.
  own.parent.postMessage(writeMessage({ type: 'here' }), '*');

  return {
    refused,
    leave: () => post({ type: 'leave' }),
    destroy() {
      clearTimeout(timer);
      unsubscribe();
      own.removeEventListener('message', onMessage);
    },
  };
}
