import { findPlanBuilding } from '../store/plan-building.ts';
import { chosenModel, findPlan } from '../store/plans.ts';
import type { TwinState } from '../store/twin.ts';
import { buildingText } from './text/building.ts';
import { questionText } from './text/question.ts';
import { useFormat, useLanguage, useTwin } from './use-twin.ts';

/** Of a building of today, or of the plan; what the visitor drew has none. */
function sourceOf(state: TwinState, isPlanned: boolean) {
  if (isPlanned) return findPlan(state, state.choice?.plan)?.source;
  return state.municipality.status === 'ready' ? state.municipality.value.buildings[0]?.source : undefined;
}

/** Where the figures come from, their date and how far off heights may be. */
export function BuildingSource({ id }: { readonly id: string }) {
  const language = useLanguage();
  const words = buildingText[language];
  const format = useFormat();
  const isDrawn = useTwin((state) => findPlanBuilding(state, id)?.isDrawn);
  const isPlanned = isDrawn !== undefined;
  const source = useTwin((state) => sourceOf(state, isPlanned));
  const precision = useTwin((state) => chosenModel(state)?.precisionM);
  const accuracy = isPlanned ? precision : source?.accuracyM;
  if (isDrawn) return <p className="nl-paragraph tw-subtle">{words.ownDrawing}</p>;
  if (!source) return null;
  return (
    <p className="nl-paragraph tw-subtle">
      {words.source(format.localised(source.title), source.holder, format.date(source.date))}{' '}
      {accuracy !== undefined && words.accuracy(format.height(accuracy))} {questionText[language].leaflet.indicative}
    </p>
  );
}
