import { heatBounds, heatNumberIds, initialHeat } from '../model/heat.ts';
import { setHeat } from '../store/heat.ts';
import { BoundedField } from './bounded-field.tsx';
import { CheckField } from './check-field.tsx';
import { useHeatText } from './use-heat.ts';
import { useTwin } from './use-twin.ts';

const switches = ['hasLabels', 'hasOldStandard'] as const;

/** Every choice that another could make otherwise, and on what it rests. */
export function HeatSettingFields() {
  const text = useHeatText();
  const settings = useTwin((state) => state.heat);
  const isStart = JSON.stringify(settings) === JSON.stringify(initialHeat);
  return (
    <section className="tw-flood__group tw-flood__part" aria-labelledby="heat-settings">
      <h3 className="tw-flood__title" id="heat-settings" tabIndex={-1}>
        {text.settingsTitle}
      </h3>
      <p className="nl-paragraph tw-subtle">{text.settingsIntro}</p>
      <ul className="tw-solar__settings">
        {heatNumberIds.map((id) => {
          const [low, high] = heatBounds[id];
          return (
            <li key={id}>
              <BoundedField
                label={text.settings[id]}
                unit={id === 'indoor' ? text.degrees : text.times}
                value={settings[id]}
                low={low}
                high={high}
                decimals={id === 'indoor' ? 0 : 1}
                onCommit={(value) => setHeat({ [id]: value })}
              />
              <p className="nl-paragraph tw-subtle">{text.settingNotes[id]}</p>
            </li>
          );
        })}
        {switches.map((id) => (
          <li key={id}>
            <CheckField
              label={text.switches[id]}
              checked={settings[id]}
              onCheck={(checked) => setHeat({ [id]: checked })}
            />
            <p className="nl-paragraph tw-subtle">{text.switchNotes[id]}</p>
          </li>
        ))}
      </ul>
      {!isStart && (
        <button type="button" className="tw-chip" onClick={() => setHeat(initialHeat)}>
          {text.reset}
        </button>
      )}
    </section>
  );
}
