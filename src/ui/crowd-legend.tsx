import { levelNames } from '../model/crowd.ts';
import './claims.css';
import { densityViews } from '../model/crowd-choice.ts';
import { densityClasses, overClasses } from '../model/crowd-levels.ts';
import { setCrowdChoice } from '../store/crowd.ts';
import { LevelSwatch } from './crowd-level.tsx';
import { useCrowdChoice } from './use-crowd.ts';
import { useCrowdWords, useResultText } from './use-crowd-result.ts';
import { useFormat } from './use-twin.ts';

/** Wide enough to have room for it beside the picture. */
const isWide = () => window.matchMedia('(width >= 48rem)').matches;

/** What colour and hatching on the ground say, and which of three things they tell. */
export function CrowdLegend() {
  const text = useResultText();
  const words = useCrowdWords();
  const format = useFormat();
  const { density } = useCrowdChoice();
  const isOver = density === 'over';
  const classes = isOver ? overClasses : densityClasses;
  const write = (row: number) => {
    const { from } = classes[row] as (typeof classes)[number];
    if (isOver) return words.short(from);
    return row === 0 ? `${levelNames[row]}` : `${levelNames[row]} ${format.number(from, 2)}`;
  };
  return (
    <details className="tw-flood-legend tw-crowd-legend" open={isWide() || undefined}>
      <summary className="tw-claims__bar-title">{isOver ? text.legendOver : text.legend}</summary>
      <fieldset className="tw-crowd-play__speeds">
        <legend className="tw-hidden">{text.densityView}</legend>
        {densityViews.map((view) => (
          <button
            key={view}
            type="button"
            className="tw-chip"
            aria-pressed={density === view}
            onClick={() => setCrowdChoice({ density: view })}
          >
            {text.densityViews[view]}
          </button>
        ))}
      </fieldset>
      <ol className="tw-flood-legend__classes">
        {classes.map((look, row) => (
          <li key={look.from}>
            <LevelSwatch look={look} />
            <span>{write(row)}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}
