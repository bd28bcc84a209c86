/**
 * Net heat demand of a building by the monthly balance of EN ISO 13790 (and so NTA 8800): what walls, roof, floor and air lose below
 * the indoor temperature, less the share of sun and people that is of use:
 *
 *   Q = Σ months (L − η·G),  L = H·(θi − θe)·t,  η = (1 − x^a) / (1 − x^(a+1)),  x = G/L,  a = 1 + τ/15 h
 *
 * Constants that the standard leaves to the user are round values with which it gives RVO's own figures for the net heat demand of
 * fifteen states of its example homes ("Voorbeeldwoningen bestaande bouw 2022", computed by NTA 8800): root mean square 7 %, at most
 * 12 % off (`tests/validation/heat.test.ts`).
 */

/** m² and W/(m²K). */
interface Surface {
  readonly area: number;
  readonly u: number;
}

export interface Envelope {
  /** Heated floors, m². */
  readonly floorArea: number;
  /** Above ground or crawl space; U of the construction alone. */
  readonly floor: Surface;
  readonly wall: Surface;
  readonly roof: Surface;
  readonly window: Surface;
  readonly door: Surface;
  /** Air, W/(m²K) per m² of heated floor: ventilation and cracks. */
  readonly air: number;
}

/** January first. */
export interface HeatClimate {
  /** °C. */
  readonly outdoor: readonly number[];
  /** On walls, mean of the four winds, kWh/m². */
  readonly facade: readonly number[];
}

const HOURS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].map((days) => days * 24);
/** Of soil and crawl space below a floor, m²K/W. */
const GROUND = 1;
/** People, lamps and devices, W per m² of floor. */
const INSIDE = 3;
/** Part of a window that is glass, less what shades it. */
const GLAZED = 0.4;
/** Heat capacity, Wh/(m²K) of floor. */
const CAPACITY = 50;
/** Share of the sun that glass lets through, by its U: single, double, coated. */
const throughGlass = (u: number) => (u > 4.5 ? 0.75 : u > 2.5 ? 0.7 : 0.6);

/** W/K. */
function heatLoss({ floorArea, floor, wall, roof, window, door, air }: Envelope): number {
  const ground = floor.area / (1 / floor.u + GROUND);
  const skin = [wall, roof, window, door].reduce((sum, { area, u }) => sum + area * u, 0);
  return ground + skin + air * floorArea;
}

/** kWh per m² of floor a year; `indoor` in °C. */
export function heatDemand(envelope: Envelope, climate: HeatClimate, indoor: number): number {
  const { floorArea, window } = envelope;
  const loss = heatLoss(envelope);
  const a = 1 + (CAPACITY * floorArea) / loss / 15;
  let sum = 0;
  for (let month = 0; month < 12; month++) {
    const hours = HOURS[month] as number;
    const lost = (loss * (indoor - (climate.outdoor[month] as number)) * hours) / 1000;
    if (lost <= 0) continue;
    const sun = window.area * GLAZED * throughGlass(window.u) * (climate.facade[month] as number);
    const gained = (INSIDE * floorArea * hours) / 1000 + sun;
    const x = gained / lost;
    const used = Math.abs(x - 1) < 1e-6 ? a / (a + 1) : (1 - x ** a) / (1 - x ** (a + 1));
    sum += lost - used * gained;
  }
  return Math.max(0, sum) / floorArea;
}

/** Skin over floor area, as {@link standardDemand} wants it. */
export function formOf({ floorArea, floor, wall, roof, window, door }: Envelope): number {
  return (0.7 * floor.area + wall.area + roof.area + window.area + door.area) / floorArea;
}
