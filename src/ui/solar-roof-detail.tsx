import { useEffect } from 'react';
import type { SolarSettings } from '../model/solar.ts';
import { findPart } from '../model/solar-roof.ts';
import type { RoofPlane } from '../model/solar-town.ts';
import { followRoof } from '../store/solar-roof.ts';
import { SolarMonths } from './solar-months.tsx';
import { SolarShade } from './solar-shade.tsx';
import { useSolar } from './use-solar.ts';
import { useSolarRoofText } from './use-solar-roof.ts';
import { useTwin } from './use-twin.ts';

interface SolarRoofDetailProps {
  readonly id: string;
  readonly plane: RoofPlane;
  readonly settings: SolarSettings;
}

/** Of the chosen plane by month, and what shades it when: worked out here, as it would be too much to keep for a town. */
export function SolarRoofDetail({ id, plane, settings }: SolarRoofDetailProps) {
  const text = useSolarRoofText();
  const detail = useSolar((state) => (state.detail.building === id ? state.detail.value : undefined));

  const choice = useTwin((state) => state.choice);
  const planModels = useTwin((state) => state.planModels);
  const drawn = useTwin((state) => state.drawn);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another plan is another question.
  useEffect(() => followRoof(id, settings), [id, settings, choice, planModels, drawn]);

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
