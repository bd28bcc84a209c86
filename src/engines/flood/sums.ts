/** What came and went so far, m³, in double precision; and how much was computed. */
export interface FloodSums {
  rain: number;
  inflow: number;
  infiltrated: number;
  sewer: number;
  outflow: number;
  cellUpdates: number;
}

export const createSums = (): FloodSums => ({
  rain: 0,
  inflow: 0,
  infiltrated: 0,
  sewer: 0,
  outflow: 0,
  cellUpdates: 0,
});

/** Water that crossed the border, m³; negative: it left. */
export function countFlow(sums: FloodSums, volume: number): void {
  if (volume > 0) sums.inflow += volume;
  else sums.outflow -= volume;
}
