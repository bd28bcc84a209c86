/**
 * How fast a crowd walks: agent steps per second of processor time of one thread (the machine may be busy), by the kernel and by plain
 * JavaScript, way-finding, walls, gates and the counting of density included; cost against the number of agents at one density; and
 * widths of passages beside the exact geometry.
 */

import { checkEmergencyRoutes } from '../../src/engines/crowd/emergency.ts';
import { measurePassages } from '../../src/engines/crowd/passages.ts';
import { type CrowdOptions, runCrowd } from '../../src/engines/crowd.ts';
import { type CrowdPolygon, type CrowdScenario, defaultAgents } from '../../src/model/crowd.ts';
import { seedRandom } from '../../src/model/random.ts';
import { loadKernel } from '../../src/pipeline/compile-kernel.ts';
import { door, rectangle, scene } from '../engines/crowd/scenes.ts';
import { printFigure, printNote } from './figures.ts';

const elsewhere =
  'measured elsewhere, million agent steps a second on one core: JuPedSim 1.3 0.05 to 0.07, SUMO 0.08 to 0.10, a plain JavaScript kernel of ' +
  'the model without way-finding 0.40 to 0.58, the same in C 2.3 to 3.2';

const SECONDS = 30;
const TURNS = 3;

/**
 * A market of `count` persons at one person/m², stalls of 3 by 2 m in rows across the way, half of the persons towards either end.
 */
function market(count: number): CrowdScenario {
  const depth = 50;
  const length = count / depth;
  const obstacles: CrowdPolygon[] = [];
  for (let x = 8; x < length - 8; x += 12)
    for (let y = 5; y < depth - 5; y += 8) obstacles.push(rectangle(x, y, x + 2, y + 3));
  const from = (id: string, to: string) => ({
    id,
    place: { polygon: rectangle(0.5, 0.5, length - 0.5, depth - 0.5) },
    persons: count / 2,
    from: 0,
    until: 0,
    via: [],
    to: [to],
  });
  return scene({
    walkable: [rectangle(0, 0, length, depth)],
    obstacles,
    sources: [from('westward', 'west'), from('eastward', 'east')],
    exits: [door('west', 0, 5, 0, depth - 5), door('east', length, 5, length, depth - 5)],
    gates: [{ id: 'middle', line: [length / 2, 0, length / 2, depth] }],
    seconds: SECONDS,
  });
}

interface Rate {
  /** Millions a second of processor time, and by the clock. */
  readonly rate: number;
  readonly byClock: number;
  readonly processorSeconds: number;
  readonly steps: number;
}

/** The fastest of a few turns: what else the machine does makes a turn longer, never shorter. */
function measure(scenario: CrowdScenario, options: CrowdOptions): Rate {
  let best: Rate | undefined;
  for (let turn = 0; turn < TURNS; turn++) {
    const clock = performance.now();
    const start = process.cpuUsage();
    const { agentSteps } = runCrowd(scenario, options);
    const { user, system } = process.cpuUsage(start);
    const processorSeconds = (user + system) / 1e6;
    if (best && best.processorSeconds <= processorSeconds) continue;
    best = {
      rate: agentSteps / processorSeconds / 1e6,
      byClock: agentSteps / (performance.now() - clock) / 1e3,
      processorSeconds,
      steps: agentSteps,
    };
  }
  return best as Rate;
}

function benchWidths(): void {
  const street = rectangle(0, 0, 30, 4);
  const half = Math.SQRT1_2;
  const askew: CrowdPolygon = [[10 - half, 2, 10, 2 - half, 10 + half, 2, 10, 2 + half]];
  const cases = [
    { things: [rectangle(9, 0.3, 10.2, 1.5)], width: 2.5 },
    { things: [rectangle(9, 1.5, 10, 2.5)], width: 3 },
    { things: [askew], width: 4 - 2 * half },
    { things: [rectangle(9, 0.37, 10.2, 1.57)], width: 2.43 },
  ];
  let worst = 0;
  for (const { things, width } of cases)
    worst = Math.max(
      worst,
      Math.abs((measurePassages({ walkable: [street], obstacles: things })[0]?.widthNow ?? 0) - width),
    );
  printFigure('width of a passage off by', `${cases.length} cabins in a street of 4 m`, worst * 100, '≤', 1, 'cm');
}

/** A square of 80 m with ragged sides and sixty things on it. */
function fullSquare(): { readonly walkable: CrowdPolygon[]; readonly obstacles: CrowdPolygon[] } {
  const random = seedRandom(3);
  const side = Array.from({ length: 40 }, (_, i) => [i * 2, (i % 2) * 0.4] as const);
  const outer = [
    ...side.flat(),
    ...side.flatMap(([u, v]) => [80 - v, u]),
    ...side.flatMap(([u, v]) => [80 - u, 80 - v]),
    ...side.flatMap(([u, v]) => [v, 80 - u]),
  ];
  const obstacles = Array.from({ length: 60 }, (): CrowdPolygon => {
    const [x, y, angle] = [5 + 70 * random(), 5 + 70 * random(), 6 * random()];
    const [l, w] = [0.6 + 2 * random(), 0.6 + random()];
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const corners = [-l, -w, l, -w, l, w, -l, w];
    return [
      corners.map((value, i) =>
        i % 2 === 0
          ? x + value * cos - (corners[i + 1] as number) * sin
          : y + (corners[i - 1] as number) * sin + value * cos,
      ),
    ];
  });
  return { walkable: [[outer]], obstacles };
}

/** ms of processor time, the least of some turns. */
function leastTime(work: () => void): number {
  let least = Infinity;
  for (let turn = 0; turn < 8; turn++) {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

function benchGeometry(): void {
  const square = fullSquare();
  const things = square.obstacles.map((polygon, i) => ({ id: String(i), polygon }));
  const route = { id: 'route', title: '', line: [40, 0.5, 40, 79.5], widthM: 3.5 };
  const what = 'a square of 160 sides, 60 things on it';
  const passages = leastTime(() => measurePassages(square));
  printFigure('passages measured', what, passages, '≤', 50, 'ms of processor time');
  const routes = leastTime(() => checkEmergencyRoutes({ ...square, fixed: [], things }, [route]));
  printNote('an emergency route checked', what, routes, 'ms of processor time');
}

/** As {@link market}, half of whom stay at two stops on their way and are served at a third. */
function fair(count: number): CrowdScenario {
  const scenario = market(count);
  const middle = count / 100;
  const area = (id: string, x: number) => ({ id, polygon: rectangle(x, 2, x + 12, 48), seconds: [10, 40] as const });
  const [one, other] = scenario.sources as [CrowdScenario['sources'][0], CrowdScenario['sources'][0]];
  return {
    ...scenario,
    stops: [area('west', middle - 20), area('east', middle + 8)],
    sources: [{ ...one, via: ['west', 'east'] }, other],
  };
}

export async function benchCrowd(): Promise<void> {
  const kernel = await WebAssembly.compile(await loadKernel('crowd'));
  const seen = ({ byClock, steps }: Rate, persons: number) =>
    `${persons} persons, ${SECONDS} s, ${(steps / 1e6).toFixed(2)} million agent steps; ${byClock.toFixed(2)} by the clock`;
  const unit = 'million agent steps/s of processor time';
  const thousand = measure(market(1000), { kernel });
  const all = measure(market(5000), { kernel });
  const plain = measure(market(5000), {});
  const many = measure(market(20_000), { kernel });
  const staying = measure(fair(5000), { kernel });
  printNote('kernel', seen(thousand, 1000), thousand.rate, unit);
  printFigure('kernel', seen(all, 5000), all.rate, '≥', 1.2, unit);
  printFigure('kernel, half of them to stops', seen(staying, 5000), staying.rate, '≥', 1.2, unit);
  printFigure('plain JavaScript', seen(plain, 5000), plain.rate, '≥', 0.6, unit);
  printFigure('faster than real time', seen(all, 5000), SECONDS / all.processorSeconds, '≥', 8);
  printFigure(
    'a step of an agent among four times as many costs',
    seen(many, 20_000),
    all.rate / many.rate,
    '≤',
    1.25,
    'times',
  );
  benchWidths();
  benchGeometry();
  console.log(`       radius ${defaultAgents.radius} m; ${elsewhere}`);
}
