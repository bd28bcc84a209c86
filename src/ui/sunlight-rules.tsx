import type { SunAtPlace } from '../model/sun-question.ts';
import type { SunJudgement, SunVerdict } from '../model/sunlight.ts';
import { sunRuleIds } from '../model/sunlight-choice.ts';
import { setSunlightChoice } from '../store/sunlight.ts';
import { RowHead } from './row-head.tsx';
import { plannedDays, useSunChoice, useSunlightText, useSunWords } from './use-sunlight.ts';

export function VerdictMark({ verdict }: { readonly verdict: SunVerdict }) {
  const text = useSunlightText();
  return (
    <span className="tw-sunlight__verdict" data-verdict={verdict}>
      {text.verdict[verdict]}
    </span>
  );
}

/** By the customary norms: the worst day of each period, today and with the plan. */
export function SunlightRules({ place }: { readonly place: SunAtPlace }) {
  const text = useSunlightText();
  const { rule: chosen } = useSunChoice();
  const plan = plannedDays(place);
  return (
    <section className="tw-sunlight__group">
      <div className="tw-sunlight__scroll tw-sunlight__norms">
        <table className="utrecht-table utrecht-table--html-table tw-table">
          <caption>{text.rules}</caption>
          <thead>
            <tr>
              <th scope="col">{text.ruleChoice}</th>
              <th scope="col">{text.today}</th>
              {plan && <th scope="col">{text.plan}</th>}
            </tr>
          </thead>
          <tbody>
            {sunRuleIds.map((id) => {
              const find = (list: readonly SunJudgement[] | undefined) => list?.find(({ rule }) => rule.id === id);
              return (
                <tr key={id} data-shown={id === chosen}>
                  <RowHead
                    name={text.rule[id]}
                    isChosen={id === chosen}
                    onChoose={() => setSunlightChoice({ rule: id })}
                  >
                    <span className="tw-subtle">{text.ruleText[id]}</span>
                  </RowHead>
                  <Judged judgement={find(place.today.judgements)} />
                  {plan && <Judged judgement={find(plan.judgements)} />}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p className="nl-paragraph tw-subtle">{text.notLaw}</p>
    </section>
  );
}

function Judged({ judgement }: { readonly judgement: SunJudgement | undefined }) {
  const text = useSunlightText();
  const words = useSunWords();
  if (!judgement) return <td />;
  const { verdict, worst } = judgement;
  return (
    <td>
      <VerdictMark verdict={verdict} />
      <span className="tw-subtle">{text.worst(words.day(worst.date), words.short(worst.minutes))}</span>
    </td>
  );
}
