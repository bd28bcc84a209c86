import { useEffect, useState } from 'react';
import { useBuildingName } from './building-name.ts';
import { useText, useTwin } from './use-twin.ts';

/** Tells screen readers, politely, what changed outside the panel. */
export function Announcer() {
  const text = useText();
  const selected = useTwin((state) => state.selection?.id);
  const lost = useTwin((state) => state.scene === 'lost');
  const complete = useTwin(
    ({ scene, footprint, pendingTiles }) => scene === 'ready' && footprint && pendingTiles === 0,
  );
  const supported = useTwin((state) => state.scene !== 'unsupported');
  // Told once: after every small movement would be a nuisance.
  const [wasComplete, setWasComplete] = useState(false);
  const nameOf = useBuildingName();
  useEffect(() => {
    if (complete) setWasComplete(true);
  }, [complete]);

  const progress = wasComplete ? text.scene.complete : text.scene.tiles;
  return (
    <div className="tw-hidden">
      <p role="status">{selected !== undefined && text.view.selected(nameOf(selected))}</p>
      <p role="status">{lost ? text.scene.lost : supported && progress}</p>
    </div>
  );
}
