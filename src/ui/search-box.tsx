import './search-box.css';
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import type { Place } from '../model/search.ts';
import { goToPlace } from '../store/go-to-place.ts';
import { Icon } from './icon.tsx';
import { PlaceList } from './place-list.tsx';
import { useSearch } from './use-search.ts';
import { useText } from './use-twin.ts';

const MAXIMUM_RESULTS = 8;
/** Streets come first: this many leave room for addresses behind them. */
const MAXIMUM_FOUND = 60;

interface SearchBoxProps {
  readonly onFocus?: () => void;
  readonly onPick?: () => void;
  /** What is done with a place; flies there unless told. */
  readonly take?: (place: Place) => void;
  /** Absent: the panel's own question. */
  readonly label?: string;
  /** Only what has a house number. */
  readonly addressesOnly?: boolean;
}

/** Editable combobox with a list, after the WAI-ARIA Authoring Practices. */
export function SearchBox({ onFocus, onPick, take = goToPlace, label, addressesOnly = false }: SearchBoxProps) {
  const text = useText();
  const listId = useId();
  const box = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const { search, isComing, isFailed, start } = useSearch();
  const places = useMemo(() => {
    if (!addressesOnly) return search(query, MAXIMUM_RESULTS);
    return search(query, MAXIMUM_FOUND)
      .filter(({ kind }) => kind === 'address')
      .slice(0, MAXIMUM_RESULTS);
  }, [search, query, addressesOnly]);
  const shown = open && places.length > 0;

  function pick(place: Place | undefined) {
    if (!place) return;
    setQuery(place.kind === 'street' ? place.name : `${place.street} ${place.number}`);
    setOpen(false);
    setActive(-1);
    take(place);
    onPick?.();
    // A keyboard on the glass would cover what was found.
    if (window.matchMedia('(pointer: coarse)').matches) box.current?.blur();
  }

  function type(value: string) {
    setQuery(value);
    setOpen(true);
    setActive(-1);
  }

  function onKeyDown(event: KeyboardEvent) {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move !== undefined) {
      event.preventDefault();
      setOpen(true);
      // From the box itself (−1) the arrows go to the first or the last place.
      const count = places.length + 1;
      setActive(((active + 1 + move + count) % count) - 1);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      pick(places[Math.max(active, 0)]);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (shown) setOpen(false);
      else type('');
    }
  }

  return (
    <div className="tw-search">
      <label className="tw-search__label" htmlFor={`${listId}-box`}>
        {label ?? text.search.label}
      </label>
      <div className="tw-search__box">
        <Icon name="search" />
        <input
          ref={box}
          id={`${listId}-box`}
          className="utrecht-textbox utrecht-textbox--html-input"
          type="text"
          role="combobox"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="search"
          placeholder={text.search.hint}
          aria-expanded={shown}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={shown && active >= 0 ? `${listId}-${active}` : undefined}
          value={query}
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onFocus={() => {
            start();
            setOpen(true);
            onFocus?.();
          }}
          onBlur={() => setOpen(false)}
        />
        {query !== '' && (
          <button type="button" className="tw-icon-button" aria-label={text.search.clear} onClick={() => type('')}>
            <Icon name="close" />
          </button>
        )}
      </div>
      <PlaceList id={listId} places={shown ? places : []} active={active} onPick={pick} />
      <p role="status" className={open && query.length > 1 && places.length === 0 ? 'tw-search__none' : 'tw-hidden'}>
        {open && query.length > 1 && describeOutcome()}
      </p>
    </div>
  );

  function describeOutcome(): string {
    if (places.length > 0) return text.search.count(places.length);
    if (isFailed) return text.search.unavailable;
    return isComing ? text.search.loading : text.search.none(query);
  }
}
