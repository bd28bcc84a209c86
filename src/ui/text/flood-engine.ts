/** Whether the graphics card computed the water, and why not. */
import type { GpuAnswer } from '../../model/flood.ts';

const nl: Record<GpuAnswer, string> = {
  used: 'De grafische kaart heeft gerekend. De processor geeft hetzelfde antwoord, op 1 millimeter na.',
  absent: 'De processor heeft gerekend: deze browser laat de grafische kaart niet rekenen.',
  software:
    'De processor heeft gerekend: de browser heeft hier alleen een nagemaakte grafische kaart, en die is trager.',
  'full-scheme': 'De processor heeft gerekend: dit model voor dijkdoorbraken kan de grafische kaart niet.',
  short: 'De processor heeft gerekend: deze berekening is kort, dan duurt het starten van de grafische kaart langer.',
  large: 'De processor heeft gerekend: de grafische kaart heeft te weinig geheugen voor dit gebied.',
  slower: 'De processor heeft gerekend: bij een korte proef was de grafische kaart niet duidelijk sneller.',
  differs: 'De processor heeft gerekend: bij een korte proef gaf de grafische kaart een ander antwoord.',
  failed: 'De processor heeft gerekend: de grafische kaart gaf een fout.',
};

const en: typeof nl = {
  used: 'The graphics card computed it. The processor gives the same answer, within 1 millimetre.',
  absent: 'The processor computed it: this browser does not let the graphics card compute.',
  software: 'The processor computed it: the browser only has an imitated graphics card here, and that is slower.',
  'full-scheme': 'The processor computed it: the graphics card does not know this model for dike breaches.',
  short: 'The processor computed it: this run is short, so starting the graphics card would take longer.',
  large: 'The processor computed it: the graphics card has too little memory for this area.',
  slower: 'The processor computed it: in a short test the graphics card was not clearly faster.',
  differs: 'The processor computed it: in a short test the graphics card gave another answer.',
  failed: 'The processor computed it: the graphics card gave an error.',
};

export const floodEngineText = { nl, en };
