/**
 * What of many straight pieces is seen from above. Between two neighbouring ends of pieces every piece is one straight line,
 * and the highest of lines is convex: from the left, each next line is the first of the steeper ones to be crossed. Exact.
 */
export interface Piece<Owner> {
  /** From left to right: `d1` > `d0`. */
  readonly d0: number;
  readonly h0: number;
  readonly d1: number;
  readonly h1: number;
  readonly owner: Owner;
}

/** Beyond its ends a piece stays level. */
function heightAt({ d0, h0, d1, h1 }: Piece<unknown>, d: number): number {
  return h0 + Math.min(Math.max((d - d0) / (d1 - d0), 0), 1) * (h1 - h0);
}

/** Metres of height that are no difference: cuts of neighbouring triangles differ in the last bits. */
const SAME = 1e-6;

/**
 * Pieces from left to right that do not overlap; where there is nothing, a gap. What is not wider than `narrowest` metres is a
 * wall: it has no upper side, and ends as close together as that are one.
 */
export function upperEnvelope<Owner>(pieces: readonly Piece<Owner>[], narrowest = SAME): Piece<Owner>[] {
  const sorted = pieces.filter(({ d0, d1 }) => d1 - d0 > narrowest).sort((a, b) => a.d0 - b.d0);
  const ends = sorted.flatMap(({ d0, d1 }) => [d0, d1]).sort((a, b) => a - b);
  const envelope: Piece<Owner>[] = [];
  let active: Piece<Owner>[] = [];
  let next = 0;
  let from = ends[0] ?? 0;
  for (const to of ends) {
    if (to - from <= narrowest) continue;
    const middle = (from + to) / 2;
    for (; next < sorted.length && (sorted[next] as Piece<Owner>).d0 < middle; next++) {
      active.push(sorted[next] as Piece<Owner>);
    }
    active = active.filter(({ d1 }) => d1 > middle);
    addHighest(active, from, to, envelope);
    from = to;
  }
  return envelope;
}

function addHighest<Owner>(active: readonly Piece<Owner>[], from: number, to: number, envelope: Piece<Owner>[]): void {
  let d = from;
  let current = active.reduce<Piece<Owner> | undefined>((best, piece) => {
    if (!best) return piece;
    const difference = heightAt(piece, from) - heightAt(best, from);
    const isHigher = Math.abs(difference) > SAME ? difference > 0 : heightAt(piece, to) > heightAt(best, to);
    return isHigher ? piece : best;
  }, undefined);
  while (current) {
    let crossing = to;
    let steeper: Piece<Owner> | undefined;
    for (const piece of active) {
      const above = heightAt(piece, to) - heightAt(current, to);
      if (above <= SAME) continue;
      const below = heightAt(current, d) - heightAt(piece, d);
      const at = d + (to - d) * (Math.max(below, 0) / (Math.max(below, 0) + above));
      if (at >= crossing) continue;
      crossing = at;
      steeper = piece;
    }
    if (crossing > d) {
      const [h0, h1] = [heightAt(current, d), heightAt(current, crossing)];
      envelope.push({ d0: d, h0, d1: crossing, h1, owner: current.owner });
    }
    d = crossing;
    current = steeper;
  }
}

/** Neighbours of one owner that go on straight, within `tolerance` metres of height, become one piece. */
export function joinStraight<Owner>(pieces: readonly Piece<Owner>[], tolerance: number): Piece<Owner>[] {
  const joined: Piece<Owner>[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const touches =
      last && last.owner === piece.owner && piece.d0 === last.d1 && Math.abs(piece.h0 - last.h1) < tolerance;
    const bend = touches ? Math.abs(heightAt({ ...last, d1: piece.d1, h1: piece.h1 }, last.d1) - last.h1) : 1;
    if (touches && bend < tolerance) joined[joined.length - 1] = { ...last, d1: piece.d1, h1: piece.h1 };
    else joined.push(piece);
  }
  return joined;
}
