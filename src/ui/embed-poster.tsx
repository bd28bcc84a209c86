import { Button } from '@nl-design-system-candidate/button-react';
import { useId } from 'react';
import type { Loadable } from '../model/loadable.ts';
import type { Poster, PosterList } from '../model/poster.ts';
import type { Language } from '../store/twin.ts';
import { download } from './download.ts';
import { makePoster } from './make-poster.ts';
import { embedSnippetText } from './text/embed-snippet.ts';
import { usePictureJob } from './use-picture-job.ts';
import { useFormat, useLanguage, useTwin } from './use-twin.ts';

export type PosterChoice =
  | { readonly kind: 'none' }
  | { readonly kind: 'own'; readonly url: string }
  | { readonly kind: 'prepared'; readonly poster: Poster };

interface EmbedPosterProps {
  readonly posters: Loadable<PosterList>;
  readonly choice: PosterChoice;
  readonly language: Language;
  readonly onChoose: (choice: PosterChoice) => void;
}

/** A poster that was made beforehand, which brings its own view; one on the editor's site; or none. */
export function EmbedPoster({ posters, choice, language, onChoose }: EmbedPosterProps) {
  const text = embedSnippetText[useLanguage()];
  const id = useId();
  const hasPicture = useTwin((state) => state.scene === 'ready');
  const made = posters.status === 'ready' ? posters.value.posters : [];
  const value = choice.kind === 'prepared' ? `=${choice.poster.name}` : choice.kind;

  function choose(next: string) {
    const poster = made.find(({ name }) => next === `=${name}`);
    if (poster) onChoose({ kind: 'prepared', poster });
    else onChoose(next === 'own' ? { kind: 'own', url: '' } : { kind: 'none' });
  }

  return (
    <>
      <div className="tw-field">
        <label htmlFor={id} className="tw-heading">
          {text.poster}
        </label>
        <select
          id={id}
          className="utrecht-textbox"
          value={value}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          <option value="none">{text.noPoster}</option>
          <option value="own">{text.ownPoster}</option>
          {made.map(({ name, caption }) => (
            <option key={name} value={`=${name}`}>
              {caption[language]}
            </option>
          ))}
        </select>
        {posters.status === 'idle' && <span className="tw-subtle">{text.noPosters}</span>}
        {posters.status === 'failed' && <span className="tw-subtle">{posters.message}</span>}
      </div>
      {choice.kind === 'own' && (
        <label className="tw-field">
          <span>{text.posterUrl}</span>
          <input
            type="url"
            className="utrecht-textbox utrecht-textbox--html-input"
            value={choice.url}
            onChange={(event) => onChoose({ kind: 'own', url: event.currentTarget.value })}
          />
        </label>
      )}
      {choice.kind === 'own' && hasPicture && <MakePoster />}
    </>
  );
}

function MakePoster() {
  const text = embedSnippetText[useLanguage()];
  const format = useFormat();
  const job = usePictureJob();
  const { status } = job;

  async function make(signal: AbortSignal): Promise<string> {
    const blob = await makePoster(signal);
    const file = blob.type === 'image/webp' ? 'poster.webp' : 'poster.jpg';
    download(file, blob);
    return text.made(file, format.number(blob.size / 1000));
  }

  const said = { idle: '', stopped: '', busy: text.making, failed: text.makeFailed }[
    status.kind === 'done' ? 'idle' : status.kind
  ];
  return (
    <div className="tw-row">
      <Button
        purpose="secondary"
        className="tw-small-button"
        disabled={status.kind === 'busy'}
        onClick={() => job.start(make)}
      >
        {text.makePoster}
      </Button>
      <span role="status" className="tw-subtle">
        {status.kind === 'done' ? status.file : said}
      </span>
    </div>
  );
}
