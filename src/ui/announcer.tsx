import { useBuildingName } from './building-name.ts';
import { useText, useTwin } from './use-twin.ts';

/** Tells screen readers, politely, what changed outside the panel. */
export function Announcer() {
  const text = useText();
  const selected = useTwin((state) => state.selection?.id);
  const lost = useTwin((state) => state.scene === 'lost');
  const complete = useTwin((state) => state.scene === 'ready' && state.pendingTiles === 0);
  const nameOf = useBuildingName();
  return (
    <div className="tw-hidden">
      <p role="status">{selected !== undefined && text.view.selected(nameOf(selected))}</p>
      <p role="status">{lost ? text.scene.lost : complete && text.scene.complete}</p>
    </div>
  );
}
