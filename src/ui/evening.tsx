import './evening.css';
import { useEffect, useRef } from 'react';
import { endEvening } from '../store/evening.ts';
import { EveningBand } from './evening-band.tsx';
import { EveningPhone } from './evening-phone.tsx';
import { FullScreenButton } from './full-screen-button.tsx';
import { Icon } from './icon.tsx';
import { eveningText } from './text/evening.ts';
import { useEvening } from './use-evening.ts';
import { useShownVariant } from './use-plan.ts';
import { useProgramme } from './use-programme.ts';
import { useFormat, useLanguage, useTwin } from './use-twin.ts';

/** The whole screen for a hall: the picture, one sentence, and three large buttons. */
export function Evening() {
  const text = eveningText[useLanguage()];
  const format = useFormat();
  const { title } = useProgramme();
  const section = useRef<HTMLElement>(null);
  const { variant, label } = useShownVariant();
  const alone = useTwin((state) => state.evening?.isAlone ?? false);
  const goOn = useEvening();
  useEffect(() => section.current?.focus(), []);
  return (
    <section className="tw-evening" aria-label={text.label} tabIndex={-1} ref={section}>
      <h1 className="tw-hidden">{title ? `${text.label}: ${format.localised(title)}` : text.label}</h1>
      <p className="tw-evening__shown" data-plan={variant !== undefined} aria-live={alone ? 'off' : 'polite'}>
        {label}
      </p>
      <div className="tw-evening__tools">
        <EveningPhone />
        <FullScreenButton onLeave={goOn} />
        <button type="button" className="tw-icon-button" aria-label={text.end} title={text.end} onClick={endEvening}>
          <Icon name="close" />
        </button>
      </div>
      <EveningBand />
    </section>
  );
}
