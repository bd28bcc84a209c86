import './flood.css';
import './solar.css';
import './claims.css';
import { useEffect } from 'react';
import { conflictKinds } from '../model/claim.ts';
import { followClaims } from '../store/claims-follow.ts';
import { ClaimMark, ConflictMark } from './claim-mark.tsx';
import { CloseOverlay, OverPicture } from './over-picture.tsx';
import { useConflictsText } from './use-claim-conflicts.ts';
import { useClaimChoice, useClaimsText, useClaimTown, useThemeName } from './use-claims.ts';
import { useTwin } from './use-twin.ts';

/** Wide enough to have room for the legend beside the picture. */
const isWide = () => window.matchMedia('(width >= 48rem)').matches;

/** Over the picture while claims are shown: what colours, patterns and signs say. */
export function ClaimsBar() {
  const text = useClaimsText();
  const conflictText = useConflictsText();
  const town = useClaimTown();
  const themeName = useThemeName();
  const { hiddenThemes, conflicts } = useClaimChoice();
  const isReady = useTwin((state) => state.municipality.status === 'ready');

  useEffect(() => {
    if (isReady) void followClaims();
  }, [isReady]);

  if (!town) return null;
  const themes = [...new Set(town.claims.map(({ theme }) => theme))].filter((id) => !hiddenThemes.includes(id));
  return (
    <OverPicture label={text.bar} className="tw-solar-bar tw-heat-bar tw-claims-bar">
      <details className="tw-flood-legend" open={isWide() || undefined}>
        <summary className="tw-claims__bar-title">{text.bar}</summary>
        <ul className="tw-claims__bar-legend">
          {themes.map((id) => (
            <li key={id}>
              <ClaimMark theme={id} /> {themeName(id)}
            </li>
          ))}
          {conflictKinds
            .filter((kind) => conflicts.includes(kind))
            .map((kind) => (
              <li key={kind}>
                <ConflictMark kind={kind} /> {conflictText.kinds[kind]}
              </li>
            ))}
        </ul>
      </details>
      <CloseOverlay overlay="claims" label={text.close} />
    </OverPicture>
  );
}
