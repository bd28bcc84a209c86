/** The thread that works out the heat that homes need. One table, then any number of settings. */
import { createHeatClimate } from '../engines/heat/climate.ts';
import { computeHeat } from '../engines/heat-demand.ts';
import type { HeatQuestion, HeatReply } from './start-heat.ts';

const scope = self as unknown as {
  onmessage: (event: MessageEvent<HeatQuestion>) => void;
  postMessage: (reply: HeatReply) => void;
};

const climate = createHeatClimate();

scope.onmessage = ({ data: { table, settings } }) => {
  try {
    scope.postMessage({ demand: computeHeat(table, climate, settings) });
  } catch (error) {
    scope.postMessage({ message: error instanceof Error ? error.message : String(error) });
  }
};
