import { addAreaCorner, chooseClaimArea, chooseClaimSpot } from '../store/claims.ts';
import { MiddleButton } from './middle-button.tsx';
import { PointForm } from './point-form.tsx';
import { SearchBox } from './search-box.tsx';
import { useClaimsText } from './use-claims.ts';
import { useTwin } from './use-twin.ts';

/** A spot by its address, its coordinates, or the middle of the picture. */
export function ClaimSpot() {
  const text = useClaimsText();
  return (
    <>
      <SearchBox label={text.address} take={({ x, y }) => chooseClaimSpot(x, y)} />
      <div className="tw-row">
        <MiddleButton label={text.middle} take={chooseClaimSpot} />
      </div>
      <PointForm title={text.form} submit={text.take} onPoint={({ x, y }) => chooseClaimSpot(x, y)} />
    </>
  );
}

/** An area by coordinates of its corners, the view, or what was drawn. */
export function ClaimArea() {
  const text = useClaimsText();
  const drawn = useTwin(({ drawing }) => drawing?.history.present.volumes[0]?.footprint[0]);
  const view = useTwin((state) => state.footprint?.polygon);
  return (
    <>
      <div className="tw-row">
        {view && (
          <button type="button" className="tw-chip" onClick={() => chooseClaimArea(view)}>
            {text.viewArea}
          </button>
        )}
        {drawn && (
          <button type="button" className="tw-chip" onClick={() => chooseClaimArea(drawn)}>
            {text.drawn}
          </button>
        )}
      </div>
      <PointForm title={text.cornerForm} submit={text.takeCorner} onPoint={({ x, y }) => addAreaCorner(x, y)} />
    </>
  );
}
