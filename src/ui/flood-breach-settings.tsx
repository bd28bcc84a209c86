import { breachLimits } from '../model/breach-choice.ts';
import { changeSettings } from '../store/flood-breach.ts';
import { NumberField } from './number-field.tsx';
import { useBreach, useBreachText } from './use-flood-breach.ts';

/** What else decides how a dike gives way; within what can be computed. */
export function FloodBreachSettings() {
  const text = useBreachText();
  const { lakeDepth, loweringMinutes, width, widest } = useBreach((state) => state.settings);
  const within = (value: number | undefined, [low, high]: readonly [number, number]) =>
    Math.min(Math.max(Math.round((value ?? low) * 10) / 10, low), high);
  return (
    <details className="tw-details">
      <summary>{text.settings}</summary>
      <NumberField
        label={text.lowering}
        unit={text.minutes}
        value={loweringMinutes}
        onCommit={(value) =>
          changeSettings({ loweringMinutes: Math.round(within(value, breachLimits.loweringMinutes)) })
        }
      />
      <NumberField
        label={text.width}
        unit={text.metres}
        value={width}
        onCommit={(value) => changeSettings({ width: within(value, breachLimits.width) })}
      />
      <NumberField
        label={text.widest}
        unit={text.metres}
        value={widest}
        canBeEmpty
        onCommit={(value) =>
          changeSettings({ widest: value === undefined ? undefined : within(value, breachLimits.widest) })
        }
      />
      <NumberField
        label={text.lakeDepth}
        unit={text.metres}
        value={lakeDepth}
        onCommit={(value) => changeSettings({ lakeDepth: within(value, breachLimits.lakeDepth) })}
      />
      <p className="nl-paragraph tw-subtle">{text.settingsNote}</p>
    </details>
  );
}
