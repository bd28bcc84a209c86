import type { SunAtPlace } from '../model/sun-question.ts';
import { isSameRule, type SunJudgement, type SunRule, type SunVerdict } from '../model/sunlight.ts';
import { OWN_RULE } from '../model/sunlight-choice.ts';
import { setSunlightChoice } from '../store/sunlight.ts';
import { RowHead } from './row-head.tsx';
import { SunlightColumns } from './sunlight-columns.tsx';
import { SunlightOwnRule } from './sunlight-own-rule.tsx';
import { sunlightMoreText } from './text/sunlight-more.ts';
import { plannedDays, useSunChoice, useSunlightText, useSunNorms, useSunWords } from './use-sunlight.ts';
import { useFormat, useLanguage } from './use-twin.ts';

/** What a rule asks, in words. */
function useRuleWords(): (rule: SunRule) => string {
  const text = useSunlightText();
  const words = useSunWords();
  const format = useFormat();
  // In a leap year, so that 29 February is a day.
  const dayOf = (monthDay: string) => words.day(`2024-${monthDay}`);
  const write = (value: number) => format.number(value, String(value).split('.')[1]?.length ?? 0);
  return ({ from, until, hours, minElevationDegrees }) =>
    text.ruleSays(
      dayOf(from),
      dayOf(until),
      write(hours),
      minElevationDegrees > 0 ? `${write(minElevationDegrees)}°` : undefined,
    );
}

export function VerdictMark({ verdict }: { readonly verdict: SunVerdict }) {
  const text = useSunlightText();
  return (
    <span className="tw-sunlight__verdict" data-verdict={verdict}>
      {text.verdict[verdict]}
    </span>
  );
}

/** By each norm: the worst day of its period, today and with the plan. */
export function SunlightRules({ place }: { readonly place: SunAtPlace }) {
  const text = useSunlightText();
  const { rule: chosen } = useSunChoice();
  const norms = useSunNorms();
  const sayOf = useRuleWords();
  const plan = plannedDays(place);
  return (
    <section className="tw-sunlight__group">
      <SunlightColumns
        caption={text.rules}
        first={text.ruleChoice}
        hasPlan={plan !== undefined}
        className="tw-sunlight__norms"
      >
        {norms.map(({ rule, name, source }) => {
          const { id } = rule;
          const find = (list: readonly SunJudgement[]) => list.find((judged) => isSameRule(judged.rule, rule));
          return (
            <tr key={id} data-shown={id === chosen}>
              <RowHead name={name} isChosen={id === chosen} onChoose={() => setSunlightChoice({ rule: id })}>
                <span className="tw-subtle">{sayOf(rule)}</span>
                {source !== undefined && <span className="tw-subtle">{source}</span>}
              </RowHead>
              <Judged judgement={find(place.today.judgements)} />
              {plan && <Judged judgement={find(plan.judgements)} />}
            </tr>
          );
        })}
      </SunlightColumns>
      {chosen === OWN_RULE && <SunlightOwnRule />}
      <p className="nl-paragraph tw-subtle">{text.notLaw}</p>
    </section>
  );
}

function Judged({ judgement }: { readonly judgement: SunJudgement | undefined }) {
  const text = useSunlightText();
  const words = useSunWords();
  const { judging } = sunlightMoreText[useLanguage()];
  if (!judgement) return <td className="tw-subtle">{judging}</td>;
  const { verdict, worst } = judgement;
  return (
    <td>
      <VerdictMark verdict={verdict} />
      <span className="tw-subtle">{text.worst(words.day(worst.date), words.short(worst.minutes))}</span>
    </td>
  );
}
