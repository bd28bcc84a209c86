import './embed-dialog.css';
import { useEffect, useRef, useState } from 'react';
import { type EmbedPart, usualParts, viewerOf } from '../model/embed-address.ts';
import { type EmbedRatio, type SnippetWish, writeElement, writeFrame } from '../model/embed-snippet.ts';
import type { Loadable } from '../model/loadable.ts';
import type { PosterList } from '../model/poster.ts';
import { sharedAddress } from '../store/follow-address.ts';
import { loadPosters } from '../store/posters.ts';
import type { Language } from '../store/twin.ts';
import { DialogTitle } from './dialog-title.tsx';
import { CopyField } from './embed-copy.tsx';
import { EmbedLook } from './embed-look.tsx';
import { EmbedPoster, type PosterChoice } from './embed-poster.tsx';
import { embedSnippetText } from './text/embed-snippet.ts';
import { useEmbedWords } from './use-embed-words.ts';
import { useLanguage, useText, useTwin } from './use-twin.ts';

export interface EmbedChoice {
  readonly kind: 'element' | 'frame';
  readonly ratio: EmbedRatio;
  readonly parts: readonly EmbedPart[];
  readonly language: Language;
}

export function EmbedDialog({ onClose }: { readonly onClose: () => void }) {
  const language = useLanguage();
  const text = embedSnippetText[language];
  const common = useText();
  const baseUrl = useTwin((state) => state.baseUrl);
  const dialog = useRef<HTMLDialogElement>(null);
  // As it stood when this was opened: behind a dialog nothing moves.
  const [address] = useState(() => sharedAddress());
  const [posters, setPosters] = useState<Loadable<PosterList>>({ status: 'running' });
  const [choice, setChoice] = useState<EmbedChoice>({ kind: 'element', ratio: '16/9', parts: usualParts, language });
  const words = useEmbedWords(choice.language);
  const [typed, setTyped] = useState<{ readonly caption?: string; readonly summary?: string }>({});
  const [poster, setPoster] = useState<PosterChoice>({ kind: 'none' });

  useEffect(() => {
    dialog.current?.showModal();
    void loadPosters().then(setPosters);
  }, []);

  const place = viewerOf('municipality.json', baseUrl);
  if (!place) return null;
  const prepared = poster.kind === 'prepared' ? poster.poster : undefined;
  const caption = typed.caption ?? prepared?.caption[choice.language] ?? words.caption;
  const summary = typed.summary ?? prepared?.summary[choice.language] ?? words.summary;
  const url = prepared ? `${baseUrl}posters/${prepared.file}` : poster.kind === 'own' ? poster.url : '';
  const size = prepared ?? { width: 1200, height: 675 };
  const its = embedSnippetText[choice.language];
  const wish: SnippetWish = {
    ...choice,
    ...{ by: 'element', scenario: prepared?.scenario ?? address, name: words.name, caption, summary, link: its.open },
    ...(prepared && { poster: prepared.name }),
    picture: url ? { url, alt: its.alt(caption), width: size.width, height: size.height } : undefined,
  };
  const snippet =
    choice.kind === 'element' ? writeElement(place, wish) : writeFrame(place, wish, its.frame(words.name));

  return (
    <dialog ref={dialog} className="tw-dialog tw-embed-dialog" aria-labelledby="embed-title" onClose={onClose}>
      <DialogTitle id="embed-title" title={text.title} close={common.close} onClose={() => dialog.current?.close()} />
      <CopyField label={text.link} button={text.copyLink} value={address} rows={2} />
      <p className="nl-paragraph">{text.intro}</p>
      <EmbedLook choice={choice} picture={url} onChoose={(change) => setChoice({ ...choice, ...change })} />
      <EmbedPoster posters={posters} choice={poster} language={choice.language} onChoose={setPoster} />
      {choice.kind === 'element' &&
        (['caption', 'summary'] as const).map((name) => (
          <label key={name} className="tw-field">
            <span>{text[name]}</span>
            <textarea
              className="utrecht-textbox"
              rows={name === 'caption' ? 1 : 4}
              value={name === 'caption' ? caption : summary}
              onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
            />
          </label>
        ))}
      <CopyField label={text.snippet} button={text.copy} value={snippet} rows={10} />
      <p className="nl-paragraph tw-subtle">{text.allowed}</p>
    </dialog>
  );
}
