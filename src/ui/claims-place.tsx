import { useState } from 'react';
import { polygonArea } from '../model/polygon.ts';
import { closeArea, dropAreaCorner, placeClaims, setClaimChoice } from '../store/claims.ts';
import { Chips } from './chips.tsx';
import { ClaimArea, ClaimSpot } from './claims-ways.tsx';
import { Icon } from './icon.tsx';
import { useClaimChoice, useClaims, useClaimsText } from './use-claims.ts';
import { useFormat, useTwin } from './use-twin.ts';

const ways = ['spot', 'area'] as const;

/** Where one asks: a click, an address, coordinates, or an area by its corners. */
export function ClaimsPlace() {
  const text = useClaimsText();
  const placing = useTwin((state) => state.claimPlacing);
  const supported = useTwin((state) => state.scene !== 'unsupported');
  const [typed, setTyped] = useState<(typeof ways)[number]>('spot');
  const way = placing ?? typed;
  return (
    <div className="tw-claims__group">
      <Chips
        ids={ways}
        isPressed={(id) => (supported ? placing === id : way === id)}
        onPress={(id) => {
          setTyped(id);
          placeClaims(placing === id && supported ? undefined : id);
        }}
      >
        {(id) => (
          <>
            <Icon name={id === 'spot' ? 'place' : 'draw'} />
            {id === 'spot' ? text.pick : text.draw}
          </>
        )}
      </Chips>
      {supported && placing && (
        <p className="nl-paragraph tw-subtle">{placing === 'spot' ? text.picking : text.drawing}</p>
      )}
      {way === 'area' && <Corners />}
      <Chosen />
      <details className="tw-details" open={!supported || undefined}>
        <summary>{text.otherWays}</summary>
        <div className="tw-claims__group">{way === 'spot' ? <ClaimSpot /> : <ClaimArea />}</div>
      </details>
    </div>
  );
}

/** Of the area that is being drawn. */
function Corners() {
  const text = useClaimsText();
  const format = useFormat();
  const corners = useClaims((state) => state.corners);
  const count = corners.length / 2;
  return (
    <>
      <p role="status">{count > 0 && text.corners(format.number(count))}</p>
      {count > 0 && (
        <div className="tw-row">
          <button type="button" className="tw-chip" onClick={dropAreaCorner}>
            {text.dropCorner}
          </button>
          {count > 2 && (
            <button type="button" className="tw-chip" onClick={closeArea}>
              {text.closeArea}
            </button>
          )}
        </div>
      )}
    </>
  );
}

function Chosen() {
  const text = useClaimsText();
  const format = useFormat();
  const { place } = useClaimChoice();
  if (!place) return null;
  const name =
    'ring' in place
      ? text.area(format.area(polygonArea(place.ring)))
      : text.at(format.coordinate(place.x), format.coordinate(place.y));
  return (
    <div className="tw-row">
      <Icon name="place" />
      <span>{name}</span>
      <button
        type="button"
        className="tw-chip"
        onClick={() => setClaimChoice({ place: undefined, selected: undefined })}
      >
        {text.forget}
      </button>
    </div>
  );
}
