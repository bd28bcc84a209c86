import type { RoofPlane } from '../model/solar-town.ts';
import { useSolarText, useSolarWords } from './use-solar.ts';
import { useSolarRoofText } from './use-solar-roof.ts';
import { useFormat } from './use-twin.ts';

/** "Zuid, 35°" or "Plat". */
export function usePlaneName(): (plane: Pick<RoofPlane, 'azimuth' | 'slope'>) => string {
  const text = useSolarRoofText();
  const { degrees } = useSolarText();
  const words = useSolarWords();
  const format = useFormat();
  return ({ azimuth, slope }) => {
    const wind = words.wind(azimuth);
    if (wind === undefined) return text.flat;
    const name = text.facing(wind, degrees(format.number(slope)));
    return name.charAt(0).toUpperCase() + name.slice(1);
  };
}
