/** Who on this page holds a 3D picture: one at a time, because each takes a graphics context and hundreds of megabytes. */
const MOST_OPEN = 1;

type GiveWay = () => void;
const open: GiveWay[] = [];

/** Whoever was first gives way when there is no room. Returns the function that ends the turn. */
export function takeTurn(giveWay: GiveWay): () => void {
  while (open.length >= MOST_OPEN) open.shift()?.();
  open.push(giveWay);
  return () => {
    const at = open.indexOf(giveWay);
    if (at >= 0) open.splice(at, 1);
  };
}
