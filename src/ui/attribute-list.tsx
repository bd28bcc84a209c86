import {
  type AttributeValue,
  attributeGroups,
  type DescribedBuilding,
  type KnownAttribute,
} from '../model/building-attributes.ts';
import { ownMember } from '../model/own-member.ts';
import { CopyButton } from './copy-button.tsx';
import { buildingText } from './text/building.ts';
import { useFormat, useLanguage, useText } from './use-twin.ts';

/** Attributes in plain words by group; what we do not know the meaning of keeps the source's names. */
export function AttributeList({ building }: { readonly building: DescribedBuilding }) {
  const text = useText();
  const words = buildingText[useLanguage()];
  const format = useFormat();
  const { known, other, heightAboveGround } = building;
  const minor = known.filter((attribute) => attribute.minor);
  return (
    <>
      {attributeGroups.map((group) => {
        const rows = known.filter((attribute) => attribute.group === group && !attribute.minor);
        if (rows.length === 0) return null;
        return (
          <section key={group}>
            <h3 className="tw-heading">{words.attributeGroups[group]}</h3>
            <dl className="tw-facts">
              {group === 'height' && (
                <div className="tw-facts__main">
                  <dt>{words.above}</dt>
                  <dd>{heightAboveGround === null ? text.unknown : format.height(heightAboveGround)}</dd>
                </div>
              )}
              <Rows attributes={rows} />
            </dl>
          </section>
        );
      })}
      {minor.length > 0 && (
        <details className="tw-details">
          <summary>{words.minor}</summary>
          <dl className="tw-facts">
            <Rows attributes={minor} />
          </dl>
        </details>
      )}
      {other.length > 0 && (
        <details className="tw-details">
          <summary>{words.other}</summary>
          <p className="nl-paragraph tw-subtle">{words.otherNote}</p>
          <dl className="tw-facts">
            {other.map(([name, value]) => (
              <div key={name}>
                <dt>
                  <code>{name}</code>
                </dt>
                <dd>{value === null ? text.unknown : rawValue(value)}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </>
  );
}

/** Single precision makes 52.28 into 52.282501220703125: seven digits are all that it holds. */
function rawValue(value: Exclude<AttributeValue, null>): string {
  return typeof value === 'number' && !Number.isInteger(value) ? String(Number(value.toPrecision(7))) : String(value);
}

function Rows({ attributes }: { readonly attributes: readonly KnownAttribute[] }) {
  const words = buildingText[useLanguage()];
  return attributes.map((attribute) => (
    <div key={attribute.key} className={attribute.kind === 'code' ? 'tw-facts__code' : undefined}>
      <dt>{words.attributes[attribute.key]}</dt>
      <dd>
        <Value attribute={attribute} />
      </dd>
    </div>
  ));
}

function Value({ attribute: { key, kind, value } }: { readonly attribute: KnownAttribute }) {
  const text = useText();
  const words = buildingText[useLanguage()];
  const format = useFormat();
  if (value === null) return <span className="tw-subtle">{text.unknown}</span>;
  if (kind === 'code') return <CopyButton what={words.attributes[key]} value={String(value)} />;
  return <>{inWords(value)}</>;

  function inWords(value: Exclude<AttributeValue, null>): string {
    if (kind === 'yes-no') return isTrue(value) ? text.yes : text.no;
    if (kind === 'date') return format.date(String(value));
    if (typeof value === 'number') {
      if (kind === 'height') return words.nap(format.height(value));
      if (kind === 'area') return format.area(value);
      if (kind === 'volume') return words.about(format.volume(value));
      return kind === 'year' ? String(value) : format.number(value, Number.isInteger(value) ? 0 : 1);
    }
    if (typeof value === 'boolean') return value ? text.yes : text.no;
    return value
      .split(/\s*,\s*/)
      .map((part) => ownMember(words.attributeValues, part.toLowerCase()) ?? part)
      .join(', ');
  }
}

const isTrue = (value: AttributeValue) => value === true || value === 1 || /^(true|ja|1)$/i.test(String(value));
