import './flood.css';
import './solar.css';
import { useEffect } from 'react';
import { needSolar } from '../store/solar.ts';
import { SolarRoof } from './solar-roof.tsx';
import { useSolarRoofText } from './use-solar-roof.ts';

/** As a part of what is told of a building, while roofs are coloured. */
export function SolarSection({ id }: { readonly id: string }) {
  const text = useSolarRoofText();
  useEffect(() => void needSolar(), []);
  return (
    <section className="tw-flood__group" aria-labelledby="solar-building">
      <h3 className="tw-heading" id="solar-building">
        {text.title}
      </h3>
      <SolarRoof id={id} />
    </section>
  );
}
