import type { Place } from '../model/search.ts';
import { Icon } from './icon.tsx';
import { useFormat, useText } from './use-twin.ts';

interface PlaceListProps {
  readonly id: string;
  readonly places: readonly Place[];
  readonly active: number;
  readonly onPick: (place: Place) => void;
}

/** The listbox of the search box; the focus stays in the box. */
export function PlaceList({ id, places, active, onPick }: PlaceListProps) {
  const text = useText();
  const format = useFormat();
  return (
    <div
      id={id}
      role="listbox"
      aria-label={text.search.results}
      className="tw-search__list"
      hidden={places.length === 0}
    >
      {places.map((place, row) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard stays in the box and moves aria-activedescendant
        <div
          key={place.kind === 'street' ? place.name : `${place.street} ${place.number} ${place.postcode} ${place.x}`}
          id={`${id}-${row}`}
          role="option"
          tabIndex={-1}
          aria-selected={row === active}
          className="tw-search__place"
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onPick(place)}
        >
          <Icon name={place.kind === 'street' ? 'street' : 'place'} />
          <span>{place.kind === 'street' ? place.name : `${place.street} ${place.number}`}</span>
          <span className="tw-subtle">
            {place.kind === 'street' ? text.search.street : format.postcode(place.postcode)}
          </span>
        </div>
      ))}
    </div>
  );
}
