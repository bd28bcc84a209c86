import type { Plan } from '../model/plan.ts';
import type { BarrierCut, PlanModel } from '../model/plan-model.ts';
import { variantKey } from '../store/plans.ts';
import { Icon } from './icon.tsx';
import { planBarrierText } from './text/plan-barrier.ts';
import { useVariantName, variantLetter } from './use-plan.ts';
import { useFormat, useLanguage, useTwin } from './use-twin.ts';

const useBarrierText = () => planBarrierText[useLanguage()];

/** That the plan cuts a dike, for every variant that does or does not; nothing where none does. */
export function PlanBarrier({ plan }: { readonly plan: Plan }) {
  const text = useBarrierText();
  const format = useFormat();
  const nameOf = useVariantName();
  const models = useTwin((state) => state.planModels);
  const rows = plan.variants.flatMap((variant, row) => {
    const model = models[variantKey(plan.id, variant.id)];
    return model?.status === 'ready'
      ? [{ id: variant.id, name: text.variant(variantLetter(row), nameOf(variant)), model: model.value }]
      : [];
  });
  if (!rows.some(({ model }) => model.barrierCuts?.length)) return null;
  const precision = Math.max(...rows.map(({ model }) => model.precisionM));
  return (
    <section className="tw-plan-barrier" aria-labelledby="barrier-title">
      <h3 id="barrier-title" className="tw-plan-barrier__title">
        <Icon name="warning" />
        {text.title}
      </h3>
      <dl className="tw-plan-barrier__variants">
        {rows.map(({ id, name, model }) => (
          <div key={id}>
            <dt>{name}</dt>
            <VariantCuts model={model} />
          </div>
        ))}
      </dl>
      <p>{text.legend}</p>
      <p className="tw-subtle">
        {text.note(format.height(precision))} <BarrierSource />
      </p>
    </section>
  );
}

function VariantCuts({ model: { barrierCuts = [] } }: { readonly model: PlanModel }) {
  const text = useBarrierText();
  if (barrierCuts.length === 0) return <dd>{text.none}</dd>;
  return barrierCuts.map((cut) => <Cut key={`${cut.name} ${cut.length}`} cut={cut} />);
}

function Cut({ cut }: { readonly cut: BarrierCut }) {
  const text = useBarrierText();
  const format = useFormat();
  const lowest = text.lowest[cut.isWater ? 'water' : 'ground'];
  return (
    <dd>
      <strong>{text.cut(cut.name, format.length(cut.length))}</strong> {lowest(format.height(cut.lowestNap))}{' '}
      {text.required(format.height(cut.requiredNap))} {text.holds[cut.holds]}
    </dd>
  );
}

function BarrierSource() {
  const text = useBarrierText();
  const format = useFormat();
  const municipality = useTwin((state) => state.municipality);
  const source = municipality.status === 'ready' ? municipality.value.waterBarriers?.source : undefined;
  if (!source) return null;
  const words = text.source(format.localised(source.title), source.holder, format.date(source.date));
  return source.accuracyM === undefined ? words : `${words} ${text.error(format.height(source.accuracyM))}`;
}
