/** Heat of homes in a shared address: its settings with slashes between, what is as it starts is empty, and left out at the end. */
import { type HeatSettings, heatBounds, heatNumberIds, initialHeat } from '../model/heat.ts';

const switches = ['hasLabels', 'hasOldStandard'] as const;

export function writeHeat(settings: HeatSettings): string {
  const numbers = heatNumberIds.map((id) => (settings[id] === initialHeat[id] ? '' : settings[id]));
  const turned = switches.map((id) => (settings[id] === initialHeat[id] ? '' : Number(settings[id])));
  return [...numbers, ...turned].join('/').replace(/\/+$/, '');
}

export function readHeat(text: string): HeatSettings {
  const parts = text.split('/');
  const ids = [...heatNumberIds, ...switches];
  if (parts.length > ids.length) throw new Error(`expected ${ids.join('/')}`);
  const changes = parts.flatMap((part, i) => {
    if (part === '') return [];
    const number = heatNumberIds[i];
    const value = Number(part);
    const [low, high] = number ? heatBounds[number] : [0, 1];
    if (!(value >= low && value <= high) || (!number && !Number.isInteger(value)))
      throw new Error(`expected a number from ${low} to ${high} for ${ids[i]}`);
    return [[ids[i], number ? value : value === 1] as const];
  });
  return { ...initialHeat, ...Object.fromEntries(changes) };
}
