import { LIGHT_ERROR, YIELD_ERROR } from '../model/solar-error.ts';
import { knowsHomes, sumBuildings } from '../model/solar-town.ts';
import { type SolarAnswerParts, useSolarText, useSolarWords } from './use-solar.ts';
import { useFormat, useTwin } from './use-twin.ts';

/** The answer in a sentence, what it takes for easy, and what those roofs would give together. */
export function SolarTotals({ answer }: { readonly answer: SolarAnswerParts }) {
  const text = useSolarText();
  const words = useSolarWords();
  const format = useFormat();
  const where = useWhere();
  const { homesOnly, fewestPanels, classes, permit } = useTwin((state) => state.solar.filter);
  const { easy, asked, range, settings, table } = answer;
  const [low, high] = range;
  const sum = sumBuildings(easy);
  const areHomes = homesOnly && knowsHomes(table);
  const count = format.number(easy.length);
  const tell = areHomes ? text.answerHomes : text.answerAll;
  const error = words.percent(YIELD_ERROR);
  const figures = [
    [text.panels, words.rounded(sum.panels)],
    [text.power, words.power(sum.kwp)],
    [text.yearly, `${words.energy(sum.yearly)} ${text.give(error)}`],
    [text.saving, `${words.money(sum.yearly * settings.priceKwh)} ${text.give(error)}`],
    [text.co2, `${words.co2(sum.yearly * settings.co2Kwh)} ${text.give(error)}`],
    ...(sum.homes > 0 ? [[text.homes, format.number(sum.homes)]] : []),
  ];
  return (
    <>
      <div role="status" className="tw-solar__answer">
        <p className="nl-paragraph tw-solar__sentence">
          {asked.length === 0
            ? text.answerNobody(where)
            : easy.length === 0
              ? text.answerNone(where)
              : tell(count, format.number(asked.length), where)}
        </p>
        {low < high && (
          <p className="nl-paragraph">
            {text.range(format.number(low), format.number(high), words.percent(LIGHT_ERROR))}
          </p>
        )}
        <p className="nl-paragraph tw-subtle">
          {text.easily(
            format.number(fewestPanels),
            classes.map((id) => text.classes[id]).join(text.or),
            text.easilyPermit[permit],
          )}
        </p>
      </div>
      {easy.length > 0 && (
        <section className="tw-flood__group" aria-labelledby="solar-totals">
          <h3 className="tw-heading" id="solar-totals">
            {text.totals}
          </h3>
          <dl className="tw-facts">
            {figures.map(([label, value]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <p className="nl-paragraph tw-subtle">{text.savingNote(text.euros(format.number(settings.priceKwh, 2)))}</p>
        </section>
      )}
    </>
  );
}

/** "in Markerwaard", "in this picture", "in the district Oost, as far as it is in the picture". */
function useWhere(): string {
  const text = useSolarText();
  const { district, inView } = useTwin((state) => state.solar.filter);
  const name = useTwin(({ municipality }) => (municipality.status === 'ready' ? municipality.value.name : ''));
  if (district !== undefined) return text.inDistrict(district, inView ? text.andInView : '');
  return inView ? text.inView : text.inTown(name);
}
