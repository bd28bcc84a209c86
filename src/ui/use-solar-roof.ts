import { solarRoofText } from './text/solar-roof.ts';
import { useLanguage } from './use-twin.ts';

export const useSolarRoofText = () => solarRoofText[useLanguage()];
