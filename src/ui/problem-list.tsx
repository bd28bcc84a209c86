import { dismissProblem } from '../store/twin.ts';
import { Icon } from './icon.tsx';
import { useText, useTwin } from './use-twin.ts';

/** What could not be read, in plain words; the technical reason is folded. */
export function ProblemList() {
  const text = useText();
  const problems = useTwin((state) => state.problems);
  const kinds = [...new Set(problems.map(({ what }) => what))];
  return (
    <div role="status">
      {kinds.map((what) => (
        <div key={what} className="utrecht-alert utrecht-alert--warning tw-problem">
          <Icon name="warning" />
          <div className="tw-problem__text">
            <p className="nl-paragraph">{text.problems[what]}</p>
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
