import type { SolarClass } from '../model/solar.ts';
import { suitabilityColors } from '../model/solar-classes.ts';

/** The class beside its name, in words or in a table; one that is unsuitable is struck through as well. */
export function SolarMark({ id }: { readonly id: SolarClass }) {
  return (
    <span
      className="tw-solar__mark"
      data-class={id}
      style={{ backgroundColor: suitabilityColors[id] }}
      aria-hidden="true"
    />
  );
}
