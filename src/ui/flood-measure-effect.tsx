import type { FloodMeasure } from '../model/flood-measure.ts';
import { compareWater, isNoEffect, isStreetChanged, type MeasureEffect, netOf } from '../model/flood-measure-effect.ts';
import { type CostClass, costClass, costOf, type MeasureCosts } from '../model/flood-measure-table.ts';
import type { FloodMeasureText } from './text/flood-measure.ts';
import { useFlood, useFloodWords } from './use-flood.ts';
import { useMeasureText } from './use-flood-measure.ts';
import { useFormat, useTwin } from './use-twin.ts';

/** Buildings more or less; undefined where it is none. */
function tellChange(net: number, text: FloodMeasureText, number: (value: number) => string): string | undefined {
  if (net === 0) return undefined;
  const buildings = text.buildings(number(Math.abs(net)));
  return net < 0 ? text.fewer(buildings) : text.more(buildings);
}

function useEffectWords(): (effect: MeasureEffect) => string {
  const text = useMeasureText();
  const format = useFormat();
  return (effect) => {
    if (isNoEffect(effect)) return text.noEffect;
    const { facade, inside, added, street } = effect;
    const change = tellChange(netOf(facade), text, format.number);
    const indoors = tellChange(netOf(inside), text, format.number);
    // To what a street's edge in cells is worth.
    const area = format.area(Math.round(Math.abs(street.after - street.before) / 10) * 10);
    const parts = [
      change
        ? text.facade(change, format.number(facade.before), format.number(facade.before + netOf(facade)))
        : text.same,
      indoors && text.inside(indoors),
      added > 0 && text.added(text.buildings(format.number(added))),
      isStreetChanged(effect) && (street.after < street.before ? text.streetLess(area) : text.streetMore(area)),
    ];
    return `${parts.filter(Boolean).join('; ')}.`;
  };
}

/** Of all measures together. */
function sumCosts(
  items: readonly FloodMeasure[],
  amounts: readonly { id: string; amount: number }[],
  own: MeasureCosts | undefined,
): CostClass {
  const euro = items.reduce((sum, { id, kind }) => {
    const amount = amounts.find((found) => found.id === id)?.amount ?? 0;
    return sum + costOf(kind, amount, own);
  }, 0);
  return costClass(euro);
}

/** What plan and measures do, in a sentence or two, with what it is worth. */
export function FloodMeasureEffect() {
  const text = useMeasureText();
  const format = useFormat();
  const words = useFloodWords();
  const tell = useEffectWords();
  const items = useTwin((state) => state.floodMeasures.items);
  const hasPlan = useTwin((state) => state.choice?.variant !== undefined || state.drawn !== undefined);
  const own = useTwin(({ municipality }) =>
    municipality.status === 'ready' ? municipality.value.flood?.measureCosts : undefined,
  );
  const compared = useFlood((state) => state.compared);
  if (items.length === 0 && !hasPlan) return null;
  const measures = text.measures(items.length);
  const isBoth = hasPlan && items.length > 0;
  const what = isBoth ? text.together(text.plan, measures) : hasPlan ? text.plan : measures;
  const last = compared.at(-1);
  if (!last)
    return (
      <p className="nl-paragraph" role="status">
        {text.waiting}
      </p>
    );
  const effects = compared.map(({ before, after }) => compareWater(before, after));
  const effect = effects.at(-1) as MeasureEffect;
  const coarser = effects.at(-2);
  const { amounts } = last.after;
  const storage = amounts.reduce((sum, amount) => sum + amount.storage, 0);
  const letter = sumCosts(items, amounts, own);
  const [net, coarserNet] = [netOf(effect.facade), coarser ? netOf(coarser.facade) : 0];
  const isUnequal = coarser !== undefined && Math.abs(net - coarserNet) > Math.max(2, 0.3 * Math.abs(net));
  return (
    <div className="tw-flood__facade" role="status">
      <p className="nl-paragraph tw-flood__verdict">
        <strong>{text.effectOf(what)}:</strong> {tell(effect)}{' '}
        {items.length > 0 && text.costClass(letter, text.costs[letter])}{' '}
        {storage > 0 && text.held(`${format.number(storage)} m³`)}
      </p>
      <p className="nl-paragraph tw-subtle">
        {text.accuracy(words.cells(effect.cellSize))}{' '}
        {coarser &&
          text.coarser(
            words.cells(coarser.cellSize),
            tellChange(coarserNet, text, format.number) ?? text.unchanged,
          )}{' '}
        {isUnequal && text.unequal} {hasPlan && isStreetChanged(effect) && text.newStreets} {isBoth && text.planToo}{' '}
        {items.length > 0 && text.costNote}
      </p>
    </div>
  );
}
