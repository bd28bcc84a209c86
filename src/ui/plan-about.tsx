import type { Localised } from '../model/municipality.ts';
import type { Plan } from '../model/plan.ts';
import { usePlanText } from './use-plan.ts';
import { useFormat, useTwin } from './use-twin.ts';
import { WebLink } from './web-link.tsx';

/** What is decided and what is not, and who, when and where to read more. */
export function PlanAbout({ plan }: { readonly plan: Plan }) {
  const text = usePlanText();
  const format = useFormat();
  const { source } = plan;
  return (
    <>
      <div className="tw-plan__talk">
        <Points title={text.fixed} points={plan.fixed} kind="fixed" />
        <Points title={text.open} points={plan.open} kind="open" />
      </div>
      {plan.dates.length > 0 && (
        <section>
          <h3 className="tw-heading">{text.dates}</h3>
          <dl className="tw-facts">
            {plan.dates.map(({ date, title }) => (
              <div key={date + title.nl}>
                <dt>{format.localised(title)}</dt>
                <dd>{format.date(date)}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <Documents plan={plan} />
      <section>
        <h3 className="tw-heading">{text.about}</h3>
        <dl className="tw-plan__about">
          <div>
            <dt>{text.holder}</dt>
            <dd>{plan.holder}</dd>
          </div>
          <div>
            <dt>{text.contact}</dt>
            <dd>{format.localised(plan.contact)}</dd>
          </div>
          <div>
            <dt>{text.source}</dt>
            <dd>
              {format.localised(source.title)}, {source.holder}, {format.date(source.date)}, {source.licence}
            </dd>
          </div>
        </dl>
      </section>
    </>
  );
}

interface PointsProps {
  readonly title: string;
  readonly points: readonly Localised[];
  readonly kind: 'fixed' | 'open';
}

function Points({ title, points, kind }: PointsProps) {
  const format = useFormat();
  if (points.length === 0) return null;
  return (
    <section className={`tw-plan__points tw-plan__points--${kind}`}>
      <h3>{title}</h3>
      <ul>
        {points.map((point) => (
          <li key={point.nl}>{format.localised(point)}</li>
        ))}
      </ul>
    </section>
  );
}

function Documents({ plan }: { readonly plan: Plan }) {
  const text = usePlanText();
  const format = useFormat();
  const baseUrl = useTwin((state) => state.baseUrl);
  if (plan.documents.length === 0) return null;
  return (
    <section>
      <h3 className="tw-heading">{text.documents}</h3>
      <ul className="tw-sentences tw-plan__documents">
        {plan.documents.map(({ title, date, url }) => (
          <li key={title.nl}>
            <WebLink address={url} base={baseUrl} isApart>
              {format.localised(title)}
            </WebLink>
            <span className="tw-subtle">
              {format.date(date)}
              {url === undefined && ` · ${text.notOnline}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
