import {
  type AttributeValue,
  attributeGroups,
  type DescribedBuilding,
  type KnownAttribute,
} from '../model/building-attributes.ts';
import { CopyButton } from './copy-button.tsx';
import { useFormat, useText } from './use-twin.ts';

/** Attributes in plain words by group; what we do not know the meaning of keeps the source's names. */
export function AttributeList({
  building: { known, other, heightAboveGround },
}: {
  readonly building: DescribedBuilding;
}) {
  const text = useText();
  const format = useFormat();
  return (
    <>
      {attributeGroups.map((group) => {
        const rows = known.filter((attribute) => attribute.group === group);
        if (rows.length === 0) return null;
        return (
          <section key={group}>
            <h3 className="tw-heading">{text.attributeGroups[group]}</h3>
            <dl className="tw-facts">
              {group === 'height' && (
                <div className="tw-facts__main">
                  <dt>{text.inspector.above}</dt>
                  <dd>{heightAboveGround === null ? text.unknown : format.height(heightAboveGround)}</dd>
                </div>
              )}
              {rows.map((attribute) => (
                <div key={attribute.key} className={attribute.kind === 'code' ? 'tw-facts__code' : undefined}>
                  <dt>{text.attributes[attribute.key]}</dt>
                  <dd>
                    <Value attribute={attribute} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        );
      })}
      {other.length > 0 && (
        <details className="tw-details">
          <summary>{text.inspector.other}</summary>
          <p className="nl-paragraph tw-subtle">{text.inspector.otherNote}</p>
          <dl className="tw-facts">
            {other.map(([name, value]) => (
              <div key={name}>
                <dt>
                  <code>{name}</code>
                </dt>
                <dd>{value === null ? text.unknown : String(value)}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </>
  );
}

function Value({ attribute: { key, kind, value } }: { readonly attribute: KnownAttribute }) {
  const text = useText();
  const format = useFormat();
  if (value === null) return <span className="tw-subtle">{text.unknown}</span>;
  if (kind === 'code') return <CopyButton what={text.attributes[key]} value={String(value)} />;
  return <>{inWords(value)}</>;

  function inWords(value: Exclude<AttributeValue, null>): string {
    if (kind === 'yes-no') return isTrue(value) ? text.yes : text.no;
    if (kind === 'date') return format.date(String(value));
    if (typeof value === 'number') {
      if (kind === 'height') return text.inspector.nap(format.height(value));
      if (kind === 'area') return format.area(value);
      if (kind === 'volume') return text.inspector.about(format.volume(value));
      return kind === 'year' ? String(value) : format.number(value, Number.isInteger(value) ? 0 : 1);
    }
    if (typeof value === 'boolean') return value ? text.yes : text.no;
    return value
      .split(/\s*,\s*/)
      .map((part) => text.attributeValues[part.toLowerCase()] ?? part)
      .join(', ');
  }
}

const isTrue = (value: AttributeValue) => value === true || value === 1 || /^(true|ja|1)$/i.test(String(value));
