/**
 * Heat of homes in a shared address: its settings with slashes between, then what is listed (`classes:ready.near,district:Oost,plain`,
 * without monuments); what is as it starts is empty, and left out at the end.
 */
import {
  type HeatChoice,
  type HeatFilter,
  heatBounds,
  heatClasses,
  heatNumberIds,
  initialHeat,
  initialHeatFilter,
  sortHeatClasses,
} from '../model/heat.ts';
import { readId, readOneOf } from './link-parts.ts';

const switches = ['hasLabels', 'hasOldStandard'] as const;

function writeFilter({ classes, district, withoutMonuments }: HeatFilter): string {
  return [
    classes.join() === initialHeatFilter.classes.join() ? '' : `classes:${classes.join('.')}`,
    district === undefined ? '' : `district:${encodeURIComponent(district)}`,
    withoutMonuments ? 'plain' : '',
  ]
    .filter(Boolean)
    .join();
}

const filterParts: Readonly<Record<string, (text: string) => Partial<HeatFilter>>> = {
  classes: (text) => ({ classes: sortHeatClasses(text === '' ? [] : text.split('.').map(readOneOf(heatClasses))) }),
  district: (text) => ({ district: text === '' ? '' : readId(text) }),
  plain: () => ({ withoutMonuments: true }),
};

function readFilter(text: string): HeatFilter {
  const parts = text.split(',').map((part) => {
    const [name = '', value = ''] = part.split(':');
    const read = filterParts[name];
    if (!read) throw new Error(`${part} is no part of a filter`);
    return read(value);
  });
  return Object.assign({}, initialHeatFilter, ...parts);
}

export function writeHeat({ filter, ...settings }: HeatChoice): string {
  const numbers = heatNumberIds.map((id) => (settings[id] === initialHeat[id] ? '' : settings[id]));
  const turned = switches.map((id) => (settings[id] === initialHeat[id] ? '' : Number(settings[id])));
  return [...numbers, ...turned, writeFilter(filter)].join('/').replace(/\/+$/, '');
}

export function readHeat(text: string): HeatChoice {
  const parts = text.split('/');
  const ids = [...heatNumberIds, ...switches];
  const filter = parts[ids.length];
  if (parts.length > ids.length + 1) throw new Error(`expected ${ids.join('/')}/filter`);
  const changes = parts.slice(0, ids.length).flatMap((part, i) => {
    if (part === '') return [];
    const number = heatNumberIds[i];
    const value = Number(part);
    const [low, high] = number ? heatBounds[number] : [0, 1];
    if (!(value >= low && value <= high) || (!number && !Number.isInteger(value)))
      throw new Error(`expected a number from ${low} to ${high} for ${ids[i]}`);
    return [[ids[i], number ? value : value === 1] as const];
  });
  return { ...initialHeat, ...Object.fromEntries(changes), filter: filter ? readFilter(filter) : initialHeatFilter };
}
