import { sumHeat } from '../model/heat-town.ts';
import { type HeatAnswerParts, useHeatText } from './use-heat.ts';
import { useFormat, useTwin } from './use-twin.ts';

/** The answer in a sentence. */
export function HeatTotals({ answer: { asked, unknown } }: { readonly answer: HeatAnswerParts }) {
  const text = useHeatText();
  const format = useFormat();
  const { hasOldStandard } = useTwin((state) => state.heat);
  const { homes, byClass } = sumHeat(asked);
  const [ready, near] = [byClass.ready, byClass.near].map((count) => format.number(count)) as [string, string];
  return (
    <div role="status" className="tw-solar__answer">
      <p className="nl-paragraph tw-solar__sentence">{text.sentence(ready, format.number(homes), near)}</p>
      <p className="nl-paragraph">
        {text.sentenceNote} {hasOldStandard && text.sentenceOld}
      </p>
      {unknown > 0 && <p className="nl-paragraph tw-subtle">{text.unknown(format.number(unknown))}</p>}
    </div>
  );
}
