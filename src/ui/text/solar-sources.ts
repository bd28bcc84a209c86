/** On what each setting of the question about solar panels rests; see `model/solar-defaults.ts`. */
import type { SolarSettingId } from '../../model/solar-choice.ts';

const nl: Record<SolarSettingId, string> = {
  panelWidth: 'Gangbaar formaat op woningen, sinds ongeveer 2022.',
  panelHeight: 'Gangbaar formaat op woningen, sinds ongeveer 2022.',
  peakW: 'Gangbaar voor een paneel van dat formaat.',
  performanceRatio:
    'Omvormer, kabels, warmte en vuil kosten stroom. Zo klopt het met wat panelen in Nederland gemiddeld geven: 890 tot 975 kWh per kWp op het zuiden.',
  excellent: 'Onze keuze: ongeveer 90% van de beste richting (35° schuin, op het zuiden).',
  good: 'Onze keuze: ongeveer 75% van de beste richting.',
  moderate: 'Onze keuze: ongeveer 60% van de beste richting.',
  priceKwh: 'Aanname: een rond bedrag. Kijk op uw eigen contract.',
  co2Kwh: 'Aanname: een rond getal. De mix in het net verandert elk jaar.',
};

const en: typeof nl = {
  panelWidth: 'A common size on homes since about 2022.',
  panelHeight: 'A common size on homes since about 2022.',
  peakW: 'Common for a panel of that size.',
  performanceRatio:
    'Inverter, cables, heat and dirt cost electricity. It agrees with what panels in the Netherlands give: 890 to 975 kWh per kWp facing south.',
  excellent: 'Our choice: about 90% of the best direction (35° steep, facing south).',
  good: 'Our choice: about 75% of the best direction.',
  moderate: 'Our choice: about 60% of the best direction.',
  priceKwh: 'Assumption: a round figure. Look at your own contract.',
  co2Kwh: 'Assumption: a round figure. The mix in the grid changes every year.',
};

export const solarSourceText = { nl, en };
