import type { Municipality } from '../model/municipality.ts';
import { type LayerId, layerIds, setLayer } from '../store/twin.ts';
import { useText, useTwin } from './use-twin.ts';

/** Whether the municipality has something to show in a layer. */
const hasLayer: Record<LayerId, (municipality: Municipality) => boolean> = {
  buildings: ({ buildings }) => buildings.length > 0,
  trees: ({ trees }) => trees !== undefined,
  labels: ({ streets }) => streets !== undefined,
  map: ({ map }) => map !== undefined,
};

export function LayerList() {
  const text = useText();
  const municipality = useTwin((state) => state.municipality);
  const supported = useTwin((state) => state.scene !== 'unsupported');
  if (municipality.status !== 'ready' || !supported) return null;
  const present = layerIds.filter((id) => hasLayer[id](municipality.value));
  return (
    <section className="tw-section" aria-labelledby="layers-title">
      <h2 id="layers-title" className="tw-heading">
        {text.layersTitle}
      </h2>
      <ul className="tw-list">
        {present.map((id) => (
          <LayerRow key={id} id={id} />
        ))}
      </ul>
    </section>
  );
}

function LayerRow({ id }: { readonly id: LayerId }) {
  const text = useText();
  const { visible, opacity } = useTwin((state) => state.layers[id]);
  const percent = Math.round(opacity * 100);
  return (
    <li className="tw-layer">
      <label className="tw-layer__name">
        <input
          type="checkbox"
          role="switch"
          className="tw-switch"
          checked={visible}
          aria-checked={visible}
          onChange={(event) => setLayer(id, { visible: event.currentTarget.checked })}
        />
        <span>{text.layers[id]}</span>
      </label>
      <input
        type="range"
        className="tw-range"
        min={0}
        max={100}
        step={5}
        value={percent}
        disabled={!visible}
        aria-label={text.opacity(text.layers[id])}
        aria-valuetext={text.percent(percent)}
        onChange={(event) => setLayer(id, { opacity: Number(event.currentTarget.value) / 100 })}
      />
      <span className="tw-layer__value" aria-hidden="true">
        {percent}%
      </span>
    </li>
  );
}
