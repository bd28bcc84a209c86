/** Buildings as Cesium gives them: features of loaded tiles. The same building may be in several tiles at once. */
import { type Cesium3DTile, type Cesium3DTileContent, Cesium3DTileFeature } from 'cesium';
import { idProperties } from '../model/building-id.ts';
import type { BuildingSelection } from '../store/twin.ts';

/** The label of the feature ids of buildings in our tiles; the other set is of surfaces. */
export const BUILDING_FEATURES = 'building';
type AttributeValue = BuildingSelection['attributes'][string];

function toAttribute(value: unknown): AttributeValue {
  if (value === undefined || value === null || (typeof value === 'number' && !Number.isFinite(value))) return null;
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  return Array.isArray(value) ? value.map(String).join(', ') : String(value);
}

/** Undefined for a feature that has none of the known names. */
function featureToId(feature: Cesium3DTileFeature): string | undefined {
  for (const name of idProperties) {
    const value: unknown = feature.getProperty(name);
    if (value !== undefined && value !== null && value !== '') return String(value);
  }
  return undefined;
}

/** Everything the tile knows about a building, keyed by the tile's names. */
export function featureToAttributes(feature: Cesium3DTileFeature): BuildingSelection['attributes'] {
  const names = feature.getPropertyIds();
  return Object.fromEntries(names.map((name) => [name, toAttribute(feature.getProperty(name))]));
}

/** Undefined for a feature that is no building. */
export function featureToSelection(feature: Cesium3DTileFeature): BuildingSelection | undefined {
  const id = featureToId(feature);
  return id === undefined ? undefined : { id, attributes: featureToAttributes(feature) };
}

function listContents(content: Cesium3DTileContent | undefined): Cesium3DTileContent[] {
  if (!content) return [];
  return content.innerContents ? content.innerContents.flatMap(listContents) : [content];
}

function listFeatures(tile: Cesium3DTile): Cesium3DTileFeature[] {
  return listContents(tile.content).flatMap((content) =>
    Array.from({ length: content.featuresLength }, (_, index) => content.getFeature(index)).filter(
      (feature) => feature instanceof Cesium3DTileFeature,
    ),
  );
}

export interface BuildingRegistry {
  /** Adds a tile that has come, and gives its buildings. */
  add(tile: Cesium3DTile): (readonly [id: string, feature: Cesium3DTileFeature])[];
  remove(tile: Cesium3DTile): void;
  /** The features of one building in all loaded tiles. */
  find(id: string): readonly Cesium3DTileFeature[];
  /** Ids of the buildings in all loaded tiles. */
  list(): Iterable<string>;
}

export function createBuildingRegistry(): BuildingRegistry {
  const features = new Map<string, Cesium3DTileFeature[]>();
  const idsOfTile = new Map<Cesium3DTile, (readonly [string, Cesium3DTileFeature])[]>();

  return {
    add(tile) {
      const rows = listFeatures(tile).flatMap((feature) => {
        const id = featureToId(feature);
        return id === undefined ? [] : [[id, feature] as const];
      });
      idsOfTile.set(tile, rows);
      for (const [id, feature] of rows) features.set(id, [...(features.get(id) ?? []), feature]);
      return rows;
    },
    remove(tile) {
      for (const [id, feature] of idsOfTile.get(tile) ?? []) {
        const left = (features.get(id) ?? []).filter((other) => other !== feature);
        if (left.length > 0) features.set(id, left);
        else features.delete(id);
      }
      idsOfTile.delete(tile);
    },
    find: (id) => features.get(id) ?? [],
    list: () => features.keys(),
  };
}
