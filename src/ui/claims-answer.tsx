import './flood.css';
import './claims.css';
import { useEffect } from 'react';
import { NO_CLAIMS, placeClaims } from '../store/claims.ts';
import { followClaims } from '../store/claims-follow.ts';
import { ClaimsBalance } from './claims-balance.tsx';
import { ClaimsChecks } from './claims-checks.tsx';
import { ClaimsConflicts } from './claims-conflicts.tsx';
import { ClaimsHere } from './claims-here.tsx';
import { ClaimsLeaflet } from './claims-leaflet.tsx';
import { ClaimsLook } from './claims-look.tsx';
import { ClaimsMatrix } from './claims-matrix.tsx';
import { ClaimsPlace } from './claims-place.tsx';
import { ClaimsSave } from './claims-save.tsx';
import { PartLinks } from './part-links.tsx';
import { useClaims, useClaimsText } from './use-claims.ts';
import { useTwin } from './use-twin.ts';

const parts = [
  'claims-look',
  'claims-conflicts',
  'claims-matrix',
  'claims-balance',
  'claims-checks',
  'claims-save',
] as const;

/** What wants the space at a place, what excludes what, and whether a plan fits. */
export function ClaimsAnswer() {
  const text = useClaimsText();
  const town = useClaims((state) => state.town);
  const isReady = useTwin((state) => state.municipality.status === 'ready');
  const isShown = useTwin((state) => state.overlays.claims.visible);
  const supported = useTwin((state) => state.scene !== 'unsupported');

  useEffect(() => {
    if (isReady && isShown) void followClaims();
  }, [isReady, isShown]);
  // While the question is open a click in the picture asks about a place.
  useEffect(() => {
    placeClaims('spot');
    return () => placeClaims(undefined);
  }, []);

  if (town.status === 'failed')
    return (
      <div role="alert">
        <p className="nl-paragraph">{town.message === NO_CLAIMS ? text.none : text.failed}</p>
        <p className="nl-paragraph tw-subtle">{town.message}</p>
      </div>
    );
  if (town.status !== 'ready') return <p className="nl-paragraph">{text.loading}</p>;
  return (
    <div className="tw-flood">
      <p className="nl-paragraph">{supported ? text.intro : text.introNoWebGl}</p>
      <section className="tw-flood__group" aria-labelledby="claims-place">
        <h3 className="tw-flood__title" id="claims-place" tabIndex={-1}>
          {text.place}
        </h3>
        <ClaimsPlace />
        <ClaimsHere>
          <PartLinks title={text.contents.title} parts={parts.map((id) => [id, text.contents[id]])} />
        </ClaimsHere>
      </section>
      <ClaimsLook />
      <ClaimsConflicts />
      <ClaimsMatrix />
      <ClaimsBalance />
      <ClaimsChecks />
      <ClaimsSave />
      <ClaimsLeaflet />
      <p className="nl-paragraph tw-subtle">{text.indicative}</p>
    </div>
  );
}
