import { type FloodMeasureText, floodMeasureText } from './text/flood-measure.ts';
import { useLanguage } from './use-twin.ts';

export const useMeasureText = (): FloodMeasureText => floodMeasureText[useLanguage()];
