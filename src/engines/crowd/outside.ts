/** What was placed where nobody walks: it changes nothing, so its coordinates may be wrong. */
import { ClipType } from 'clipper2-ts';
import type { CrowdScenario } from '../../model/crowd.ts';
import { cutPaths, toPaths } from './walkable-area.ts';

/** Names in the scenario's file of what touches no walkable ground: `obstacles.3`. */
export function listOutside({ walkable, fixed = [], obstacles }: CrowdScenario): string[] {
  const ground = toPaths(walkable);
  const outside: string[] = [];
  for (const [member, polygons] of Object.entries({ fixed, obstacles }))
    for (const [i, polygon] of polygons.entries())
      if (cutPaths(ClipType.Intersection, ground, toPaths([polygon])).length === 0) outside.push(`${member}.${i}`);
  return outside;
}
