import { useEffect } from 'react';
import type { SolarSettings } from '../model/solar.ts';
import { findPart } from '../model/solar-roof.ts';
import type { RoofPlane } from '../model/solar-town.ts';
import { followRoof } from '../store/solar-roof.ts';
import { SolarMonths } from './solar-months.tsx';
import { SolarShade } from './solar-shade.tsx';
import { useSolar } from './use-solar.ts';
import { useSolarRoofText } from './use-solar-roof.ts';

interface SolarRoofDetailProps {
  readonly id: string;
  readonly plane: RoofPlane;
  readonly settings: SolarSettings;
}

/** Of the chosen plane by month, and what shades it when: worked out here, as it would be too much to keep for a town. */
export function SolarRoofDetail({ id, plane, settings }: SolarRoofDetailProps) {
  const text = useSolarRoofText();
  const detail = useSolar((state) => (state.detail.building === id ? state.detail.value : undefined));

  useEffect(() => followRoof(id, settings), [id, settings]);

  if (!detail || detail.status === 'idle') return null;
  if (detail.status === 'running')
    return (
      <p className="nl-paragraph tw-subtle" role="status">
        {text.working}
      </p>
    );
  if (detail.status === 'failed')
    return (
      <div role="alert">
        <p className="nl-paragraph">{text.failed}</p>
        <p className="nl-paragraph tw-subtle">{detail.message}</p>
      </div>
    );
  const part = findPart(detail.value.parts, plane);
  if (!part) return <p className="nl-paragraph">{text.noPart}</p>;
  return (
    <>
      <SolarMonths part={part} />
      <SolarShade part={part} blockers={detail.value.blockers} building={id} />
    </>
  );
}
