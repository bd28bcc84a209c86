import { embedParts } from '../model/embed-address.ts';
import { embedRatios, heightOf } from '../model/embed-snippet.ts';
import { languages } from '../store/twin.ts';
import { CheckField } from './check-field.tsx';
import type { EmbedChoice } from './embed-dialog.tsx';
import { embedSnippetText } from './text/embed-snippet.ts';
import { useFormat, useLanguage } from './use-twin.ts';

/** Of a usual column, and of a narrow phone. */
const WIDTHS = [760, 320];

interface EmbedLookProps {
  readonly choice: EmbedChoice;
  /** Address of the poster, empty without one. */
  readonly picture: string;
  readonly onChoose: (change: Partial<EmbedChoice>) => void;
}

/** Script or not, shape with what it looks like, language, and what shows. */
export function EmbedLook({ choice, picture, onChoose }: EmbedLookProps) {
  const text = embedSnippetText[useLanguage()];
  const format = useFormat();
  const { parts, ratio } = choice;
  return (
    <>
      <Radios
        label={text.kind}
        values={['element', 'frame']}
        titles={text.kinds}
        chosen={choice.kind}
        onChoose={(kind) => onChoose({ kind })}
      />
      <Radios
        label={text.ratio}
        values={embedRatios}
        titles={text.ratios}
        chosen={ratio}
        onChoose={(next) => onChoose({ ratio: next })}
      />
      <figure className="tw-embed-dialog__preview">
        <div style={{ aspectRatio: ratio }}>{picture && <img src={picture} alt={text.preview} />}</div>
        <figcaption className="tw-subtle">
          {WIDTHS.map((width) => text.size(format.number(width), format.number(heightOf(ratio, width)))).join(' ')}{' '}
          {text.least}
        </figcaption>
      </figure>
      <fieldset className="tw-fieldset">
        <legend className="tw-heading">{text.partsTitle}</legend>
        {embedParts.map((part) => (
          <CheckField
            key={part}
            label={text.parts[part]}
            checked={parts.includes(part)}
            onCheck={(isShown) =>
              onChoose({ parts: embedParts.filter((id) => (id === part ? isShown : parts.includes(id))) })
            }
          />
        ))}
        <p className="tw-subtle">{text.always}</p>
      </fieldset>
      <Radios
        label={text.language}
        values={languages}
        titles={text.languages}
        chosen={choice.language}
        onChoose={(language) => onChoose({ language })}
      />
    </>
  );
}

interface RadiosProps<Value extends string> {
  readonly label: string;
  readonly values: readonly Value[];
  readonly titles: Readonly<Record<Value, string>>;
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
}

function Radios<Value extends string>({ label, values, titles, chosen, onChoose }: RadiosProps<Value>) {
  return (
    <fieldset className="tw-fieldset tw-embed-dialog__radios">
      <legend className="tw-heading">{label}</legend>
      {values.map((value) => (
        <label key={value} className="tw-flood__check">
          <input type="radio" name={label} checked={value === chosen} onChange={() => onChoose(value)} />
          {titles[value]}
        </label>
      ))}
    </fieldset>
  );
}
