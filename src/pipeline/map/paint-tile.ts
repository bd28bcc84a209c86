/** Draws one map tile: the classes of ground from low to high, each as one shape, with its rim, texture and details. */
import { type Canvas, type CanvasPattern, createCanvas, Path2D, type SKRSContext2D } from '@napi-rs/canvas';
import Flatbush from 'flatbush';
import { type GroundClass, groundColors } from '../../model/ground-colors.ts';
import type { Ground } from './ground.ts';
import { groundClasses } from './ground-class.ts';
import { paintBays, paintRows } from './paint-details.ts';
import { createShapes, type TileBox } from './shapes.ts';
import { footShade, type GroundStyle, groundStyles, waterDepth } from './style.ts';
import { createTexture, type TextureName } from './textures.ts';

/** Pixels along a tile's side. */
export const TILE_SIZE = 512;
/** Textures are finer than a pixel below this level. */
const TEXTURE_LEVEL = 15;
/** From this level on parcels differ in shade, and car parks have bays. */
const VARIATION_LEVEL = 13;
const BAYS_LEVEL = 18;
/** Metres that an edge's strokes reach at most: the bands of `waterDepth`. */
const REACH = 8;
/** Pixels looked at, along and across, to see whether ground is missing: a narrower gap is drawn as ground that nobody knows. */
const SAMPLES = 64;
/** Alpha, of 255, below which a pixel is no ground: two edges side by side leave more than this. */
const CLEAR = 160;

/** What is on a tile at one scale: `pixels` per local metre, and the tile's north-west corner in pixels. */
export interface TileView {
  readonly context: SKRSContext2D;
  readonly level: number;
  readonly pixels: number;
  readonly left: number;
  readonly top: number;
}

export interface TilePainter {
  /** What lies on a tile; undefined where there is no ground. */
  look(level: number, column: number, row: number): TileGround | undefined;
  /** The tile drawn. The canvas is used again for the next. */
  paint(tile: TileGround): Canvas;
}

interface TileGround {
  readonly view: TileView;
  readonly polygons: readonly number[];
  /** Where no edge is near and nothing depends on place, as on open water: tiles of the same name look the same. */
  readonly plain?: string | undefined;
}

/** A number from 0 to 1 that looks like chance. */
const scrambled = (n: number) => ((Math.imul(n + 1, 2654435761) >>> 8) & 0xffff) / 65535;

export function createTilePainter(ground: Ground): TilePainter {
  const shapes = createShapes(ground);
  const index = Flatbush.from(ground.index);
  const canvas = createCanvas(TILE_SIZE, TILE_SIZE);
  const context = canvas.getContext('2d');
  context.lineJoin = 'round';
  const sample = createCanvas(SAMPLES, SAMPLES).getContext('2d');
  sample.imageSmoothingEnabled = false;
  // Kept, since making a pattern copies its texture.
  const patterns = new Map<string, CanvasPattern>();

  function textureAt(name: TextureName, view: TileView) {
    const key = `${name}/${view.level}`;
    let pattern = patterns.get(key);
    if (!pattern) {
      const made = context.createPattern(createTexture(name, 1 / view.pixels), 'repeat');
      if (!made) throw new Error(`Expected a pattern of texture ${name}.`);
      pattern = made;
      patterns.set(key, pattern);
    }
    return pattern;
  }

  function merge(polygons: readonly number[], path: (polygon: number) => Path2D, view: TileView): Path2D {
    const merged = new Path2D();
    const transform = { a: view.pixels, b: 0, c: 0, d: view.pixels, e: -view.left, f: -view.top };
    for (const polygon of polygons) merged.addPath(path(polygon), transform);
    return merged;
  }

  function strokeBands(path: Path2D, shade: typeof footShade, view: TileView): void {
    context.strokeStyle = shade.colour;
    for (const { metres, alpha } of shade.bands) {
      context.globalAlpha = alpha;
      context.lineWidth = Math.max(2 * metres * view.pixels, 1);
      context.stroke(path);
    }
    context.globalAlpha = 1;
  }

  /** Neighbouring parcels a shade apart. */
  function vary(polygons: readonly number[], variation: number, view: TileView): void {
    for (const polygon of polygons) {
      const shade = scrambled(polygon) - 0.5;
      context.fillStyle = shade > 0 ? '#fff8e0' : '#5b5230';
      context.globalAlpha = Math.abs(shade) * 2 * variation * (shade > 0 ? 2 : 1);
      context.fill(merge([polygon], shapes.area, view));
    }
    context.globalAlpha = 1;
  }

  function paintClass(name: GroundClass, polygons: readonly number[], view: TileView): void {
    const style: GroundStyle = groundStyles[name];
    const area = merge(polygons, shapes.area, view);
    if (name === 'building' && view.level >= 16) strokeBands(area, footShade, view);
    if (style.rim && view.level >= style.rim.level) {
      context.strokeStyle = style.rim.colour;
      context.lineWidth = Math.max(2 * style.rim.metres * view.pixels, 1);
      context.stroke(name === 'water' ? merge(polygons, shapes.outline, view) : area);
    }
    context.fillStyle = groundColors[name];
    context.strokeStyle = groundColors[name];
    context.fill(area);
    // Half a pixel over the border closes the hairline that two antialiased edges leave between them.
    context.lineWidth = view.level <= 15 ? Math.max(style.leastPixels ?? 0, 0.6) : 0.6;
    context.stroke(area);
    if (style.variation && view.level >= VARIATION_LEVEL) vary(polygons, style.variation, view);
    if (style.rows && view.level >= style.rows.level) paintRows(polygons, style.rows, shapes, view);
    if (style.texture && view.level >= TEXTURE_LEVEL) {
      context.fillStyle = textureAt(style.texture, view);
      context.fill(area);
    }
    if (style.bays && view.level >= BAYS_LEVEL) paintBays(polygons, style.bays, shapes, view);
    // Coarser, the bands would be lines a pixel wide, also where files of surroundings and detail meet in a lake.
    if (name === 'water' && view.level >= TEXTURE_LEVEL) paintDepth(polygons, area, view);
  }

  /**
   * Two edges side by side are antialiased apart: a hair of what is below would show between them, and an encoder keeps such hairs as
   * a second picture, of transparency. Where some ground is missing the tile stays as it is.
   */
  function closeHairs(): void {
    sample.clearRect(0, 0, SAMPLES, SAMPLES);
    sample.drawImage(canvas, 0, 0, SAMPLES, SAMPLES);
    const pixels = sample.canvas.data();
    for (let at = 3; at < pixels.length; at += 4) if ((pixels[at] as number) < CLEAR) return;
    context.globalCompositeOperation = 'destination-over';
    context.fillStyle = groundColors.unknown;
    context.fillRect(0, 0, TILE_SIZE, TILE_SIZE);
    context.globalCompositeOperation = 'source-over';
  }

  function paintDepth(polygons: readonly number[], area: Path2D, view: TileView): void {
    context.save();
    context.clip(area);
    strokeBands(merge(polygons, shapes.outline, view), waterDepth, view);
    context.restore();
  }

  const isPlain = ({ variation, rows, bays }: GroundStyle, level: number) =>
    !(variation && level >= VARIATION_LEVEL) && !(rows && level >= rows.level) && !(bays && level >= BAYS_LEVEL);

  function namePlain(polygons: readonly number[], level: number): string | undefined {
    const layers = polygons.map((polygon) => [ground.levels[polygon], ground.classes[polygon]] as [number, number]);
    const isSame = layers.every(([, value]) => isPlain(groundStyles[groundClasses[value] as GroundClass], level));
    return isSame ? `${level}/${layers.join('/')}` : undefined;
  }

  return {
    look(level, column, row) {
      const { frame } = ground;
      const side = frame.size / 2 ** level;
      const west = (column / 2 ** level - frame.originX) * frame.size;
      const north = (row / 2 ** level - frame.originY) * frame.size;
      const margin = Math.max(side / 32, REACH);
      const box: TileBox = [west - margin, north - margin, west + side + margin, north + side + margin];
      const polygons: number[] = [];
      let hasEdges = false;
      for (const polygon of index.search(...box).sort((a, b) => a - b)) {
        const part = shapes.partOf(polygon, box);
        if (part === 'none') continue;
        if (part === 'edge') hasEdges = true;
        polygons.push(polygon);
      }
      if (polygons.length === 0) return undefined;
      const pixels = TILE_SIZE / side;
      const view: TileView = { context, level, pixels, left: west * pixels, top: north * pixels };
      return { view, polygons, plain: hasEdges ? undefined : namePlain(polygons, level) };
    },
    paint({ view, polygons }) {
      context.clearRect(0, 0, TILE_SIZE, TILE_SIZE);
      const groups = new Map<number, number[]>();
      for (const polygon of polygons) {
        const key = (ground.levels[polygon] as number) * 256 + (ground.classes[polygon] as number);
        const group = groups.get(key);
        if (group) group.push(polygon);
        else groups.set(key, [polygon]);
      }
      for (const key of [...groups.keys()].sort((a, b) => a - b)) {
        paintClass(groundClasses[((key % 256) + 256) % 256] as GroundClass, groups.get(key) as number[], view);
      }
      closeHairs();
      return canvas;
    },
  };
}
