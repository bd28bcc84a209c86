/** Talks with a viewer in a frame: events out of it, commands into it. For any page; the element uses it too. */
import { type EmbedCommand, type EmbedEvent, type Refusal, readEvent, writeMessage } from '../model/embed-message.ts';

type Listener<Type extends EmbedEvent['type']> = (event: Extract<EmbedEvent, { type: Type }>) => void;

export interface ViewerClient {
  /** What comes before the viewer hears us is lost: wait for `ready`. */
  send(command: EmbedCommand): void;
  /** Returns the function that stops listening. */
  on<Type extends EmbedEvent['type']>(type: Type, listener: Listener<Type>): () => void;
  /** Messages from the frame that were none of ours, by reason. */
  readonly ignored: Readonly<Record<Refusal, number>>;
  destroy(): void;
}

/** `origin`: of the viewer, as `https://tweelingstad.gemeente.nl`; nothing else is heard or told. */
export function connectViewer(frame: HTMLIFrameElement, origin: string): ViewerClient {
  const listeners = new Map<string, Set<(event: EmbedEvent) => void>>();
  const ignored: Record<Refusal, number> = { malformed: 0, 'too-large': 0, version: 0 };

  const send = (command: EmbedCommand) => frame.contentWindow?.postMessage(writeMessage(command), origin);

  function onMessage({ source, origin: from, data }: MessageEvent<unknown>) {
    if (source === null || source !== frame.contentWindow || from !== origin) return;
    const read = readEvent(data);
    if ('refused' in read) {
      ignored[read.refused]++;
      return;
    }
    if (read.message.type === 'here') send({ type: 'hello' });
    for (const listener of listeners.get(read.message.type) ?? []) listener(read.message);
  }
  window.addEventListener('message', onMessage);

  return {
    send,
    on(type, listener) {
      const own = listeners.get(type) ?? new Set();
      listeners.set(type, own);
      own.add(listener as (event: EmbedEvent) => void);
      return () => own.delete(listener as (event: EmbedEvent) => void);
    },
    ignored,
    destroy() {
      window.removeEventListener('message', onMessage);
      listeners.clear();
    },
  };
}
