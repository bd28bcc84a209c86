import type { Problem } from '../model/problem.ts';
import { dismissProblem } from '../store/twin.ts';
import { Icon } from './icon.tsx';
import { useFormat, useText, useTwin } from './use-twin.ts';

/** What could not be read, in plain words; the technical reason is folded. */
export function ProblemList() {
  const text = useText();
  const format = useFormat();
  const problems = useTwin((state) => state.problems);
  const kinds = [...new Set(problems.map(({ what }) => what))];

  function tellProblem(what: Problem['what']): string {
    const dates = problems.find((problem) => problem.what === what)?.dates;
    return dates ? text.dataChanged(format.date(dates.made), format.date(dates.present)) : text.problems[what];
  }

  return (
    <div role="status">
      {kinds.map((what) => (
        <div key={what} className="utrecht-alert utrecht-alert--warning tw-problem">
          <Icon name="warning" />
          <div className="tw-problem__text">
            <p className="nl-paragraph">{tellProblem(what)}</p>
            <details className="tw-details">
              <summary>{text.technical}</summary>
              <ul>
                {problems
                  .filter((problem) => problem.what === what)
                  .map(({ url, detail }) => (
                    <li key={url}>
                      <code>{detail.includes(url) ? detail : `${url}: ${detail}`}</code>
                    </li>
                  ))}
              </ul>
            </details>
          </div>
          <button
            type="button"
            className="tw-icon-button"
            aria-label={text.dismiss}
            onClick={() => dismissProblem(what)}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
    </div>
  );
}
