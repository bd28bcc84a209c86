import { type CrowdEvidence, type CrowdEvidenceId, crowdEvidence } from '../model/crowd-evidence.ts';
import { LeafletFrame } from './leaflet-frame.tsx';
import { crowdLeafletText } from './text/crowd-leaflet.ts';
import { questionText } from './text/question.ts';
import { useEventPlan } from './use-crowd.ts';
import { useResultText } from './use-crowd-result.ts';
import { useFormat, useLanguage } from './use-twin.ts';

/** What the crowding rests on, what it does not say, how it was checked and who decides. */
export function CrowdLeaflet() {
  const language = useLanguage();
  const { leaflet } = questionText[language];
  const text = crowdLeafletText[language];
  const { literature } = useResultText().report;
  const plan = useEventPlan();
  return (
    <LeafletFrame
      id="crowd"
      first={<p className="nl-paragraph">{text.first}</p>}
      items={[
        [leaflet.computes, text.computes],
        [leaflet.method, text.method],
        [leaflet.limits, text.limitsList],
        [leaflet.uncertainty, [text.uncertainty, text.memory]],
        [text.tested, <Tested key="tested" />],
      ]}
      sources={[plan?.source]}
      more={literature.map((line) => <dd key={line}>{line}</dd>)}
    />
  );
}

/** The validation cases, with what was found. */
function Tested() {
  const text = crowdLeafletText[useLanguage()];
  const format = useFormat();
  const tell = ({ found, expected, decimals, unit }: CrowdEvidence) => {
    const write = (value: number) => format.number(value, decimals);
    const withUnit = (value: string) => `${value}${unit === '%' ? '' : ' '}${text.units[unit]}`;
    const should =
      typeof expected === 'number' ? write(expected) : text.between(write(expected[0]), write(expected[1]));
    return text.shouldBe(withUnit(write(found)), withUnit(should));
  };
  return (
    <>
      {text.testedIntro}
      <ul className="tw-leaflet__points">
        {(Object.keys(crowdEvidence) as CrowdEvidenceId[]).map((id) => (
          <li key={id}>
            {text.cases[id]}: <strong>{tell(crowdEvidence[id])}</strong>
          </li>
        ))}
      </ul>
    </>
  );
}
