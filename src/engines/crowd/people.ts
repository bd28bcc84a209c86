import { plainRoom, type Room } from './room.ts';

/** Everyone who walks, as columns; a person keeps a row for good. Metres from the grid's south-western corner, m/s, seconds. */
export interface People {
  /** Rows in use so far. */
  count: number;
  /** Rows of those who walk now, first `walking` of them; order is by cell and changes every step. */
  walking: number;
  readonly active: Int32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Of the last step. */
  readonly vx: Float64Array;
  readonly vy: Float64Array;
  /** Free speed. */
  readonly speed: Float64Array;
  /** When the person begins to walk. */
  readonly start: Float64Array;
  /** Row of the table of destinations. */
  readonly destination: Uint8Array;
  /** Row of the scenario's sources. */
  readonly group: Uint8Array;
  /** Where the person was at the last whole second. */
  readonly fromX: Float64Array;
  readonly fromY: Float64Array;
  /** 1: straight to a place of its own, and there to stand; 0: along the way to the destination. */
  readonly bound: Uint8Array;
  readonly goalX: Float64Array;
  readonly goalY: Float64Array;
  /** How far the person came along its way in the last whole second, m. */
  readonly on: Float32Array;
  /** For how long the person has stood nearly still, seconds. */
  readonly held: Float32Array;
  /** How far the person steps aside for who is slower ahead: left positive, a share of the way. */
  readonly aside: Float32Array;
  /** Where the person turns while held, radians. */
  readonly turn: Float32Array;
}

export function createPeople(capacity: number, room: Room = plainRoom): People {
  const column = () => room.f64(capacity);
  return {
    count: 0,
    walking: 0,
    active: room.i32(capacity),
    x: column(),
    y: column(),
    vx: column(),
    vy: column(),
    speed: column(),
    start: column(),
    fromX: column(),
    fromY: column(),
    goalX: column(),
    goalY: column(),
    bound: room.u8(capacity),
    destination: room.u8(capacity),
    group: new Uint8Array(capacity),
    on: room.f32(capacity),
    held: room.f32(capacity),
    aside: room.f32(capacity),
    turn: room.f32(capacity),
  };
}
