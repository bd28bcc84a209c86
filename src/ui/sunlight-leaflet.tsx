import { SILL, STOREY } from '../model/sun-question.ts';
import { geometryError } from '../store/sunlight-follow.ts';
import { comparedPlan } from '../store/sunlight-plan.ts';
import { LeafletFrame } from './leaflet-frame.tsx';
import { questionText } from './text/question.ts';
import { sunlightMoreText } from './text/sunlight-more.ts';
import { useSunError, useSunlight } from './use-sunlight.ts';
import { useFormat, useLanguage, useTwin } from './use-twin.ts';

/** What the hours rest on and what they do not say. */
export function SunlightLeaflet() {
  const language = useLanguage();
  const { leaflet } = questionText[language];
  const text = sunlightMoreText[language];
  const format = useFormat();
  const writeError = useSunError();
  const plan = useTwin((state) => comparedPlan(state).plan);
  const error = useTwin(geometryError);
  const facts = useSunlight((state) => state.facts);
  const reach = format.length(facts?.reach ?? 440);
  const low = `${format.number(facts?.lowestSunDegrees ?? 10)}°`;
  return (
    <LeafletFrame
      id="sunlight"
      items={[
        [leaflet.computes, text.computes],
        [leaflet.method, text.method(writeError(STOREY), `${format.number(SILL, 2)}\u00a0m`, reach)],
        [leaflet.limits, text.limits],
        [leaflet.uncertainty, text.uncertainty(writeError(error), low)],
      ]}
      sources={[plan?.source]}
      more={facts && <dd>{text.basis(format.number(facts.buildings), format.number(facts.triangles))}</dd>}
    />
  );
}
