import './flood.css';
import './heat.css';
import { useEffect } from 'react';
import { HEAT_ERROR } from '../model/heat.ts';
import { standardExamples } from '../model/heat-standard.ts';
import { needHeat } from '../store/heat.ts';
import { HeatMark } from './heat-mark.tsx';
import { useHeat, useHeatText, useHeatWords } from './use-heat.ts';
import { useTwin } from './use-twin.ts';

/** As a part of what is told of a building, while buildings are coloured by their heat. */
export function HeatSection({ id }: { readonly id: string }) {
  const text = useHeatText();
  const words = useHeatWords();
  const status = useHeat((state) => state.demand.status);
  const row = useTwin(({ buildingTable }) =>
    buildingTable.status === 'ready' ? buildingTable.value.id.indexOf(id) : -1,
  );
  const building = useHeat(({ buildings }) => buildings.find((own) => own.row === row));
  useEffect(() => needHeat(), []);
  const allowed = (id: keyof typeof standardExamples) => text.perSquare(words.demand(standardExamples[id].standard));
  const facts = building
    ? [
        [
          text.sectionClass,
          <span key="class">
            <HeatMark id={building.heatClass} /> {text.classes[building.heatClass]}
          </span>,
        ],
        [
          text.sectionHeat,
          `${text.perSquare(words.demand(building.demand))} ${text.give(words.percent(HEAT_ERROR.single))}`,
        ],
        [text.sectionStandard, text.perSquare(words.demand(building.standard))],
        [text.sectionTotal, words.energy(building.energy)],
        [text.sectionBasis, text.bases[building.basis]],
      ]
    : [];
  return (
    <section className="tw-flood__group" aria-labelledby="heat-building">
      <h3 className="tw-heading" id="heat-building">
        {text.sectionTitle}
      </h3>
      {building ? (
        <>
          <dl className="tw-facts">
            {facts.map(([label, value]) => (
              <div key={String(label)}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <p className="nl-paragraph tw-subtle">{text.shapeNote(allowed('row'), allowed('end'))}</p>
        </>
      ) : (
        <p className="nl-paragraph">{status === 'ready' ? text.sectionNone : text.loading}</p>
      )}
    </section>
  );
}
