import { changeSettings } from '../store/flood-breach.ts';
import { NumberField } from './number-field.tsx';
import { useBreach, useBreachText } from './use-flood-breach.ts';

/** What else decides how a dike gives way; within what can be computed. */
export function FloodBreachSettings() {
  const text = useBreachText();
  const { lakeDepth, loweringMinutes, width, widest } = useBreach((state) => state.settings);
  const within = (value: number | undefined, low: number, high: number) => Math.min(Math.max(value ?? low, low), high);
  return (
    <details className="tw-details">
      <summary>{text.settings}</summary>
      <NumberField
        label={text.lowering}
        unit={text.minutes}
        value={loweringMinutes}
        onCommit={(value) => changeSettings({ loweringMinutes: within(value, 0, 300) })}
      />
      <NumberField
        label={text.width}
        unit={text.metres}
        value={width}
        onCommit={(value) => changeSettings({ width: within(value, 1, 400) })}
      />
      <NumberField
        label={text.widest}
        unit={text.metres}
        value={widest}
        canBeEmpty
        onCommit={(value) => changeSettings({ widest: value === undefined ? undefined : within(value, 1, 600) })}
      />
      <NumberField
        label={text.lakeDepth}
        unit={text.metres}
        value={lakeDepth}
        onCommit={(value) => changeSettings({ lakeDepth: within(value, 0.5, 30) })}
      />
      <p className="nl-paragraph tw-subtle">{text.settingsNote}</p>
    </details>
  );
}
