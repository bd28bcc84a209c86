import { Button } from '@nl-design-system-candidate/button-react';
import { eveningLimits, IDLE_SECONDS, STAY_SECONDS } from '../model/evening.ts';
import { setEveningSettings } from '../store/scenarios.ts';
import { EveningChecks } from './evening-checks.tsx';
import { EveningName } from './evening-name.tsx';
import { EveningSources } from './evening-sources.tsx';
import { Icon } from './icon.tsx';
import { openEvening } from './open-evening.ts';
import type { Notice } from './scenario-notice.tsx';
import { SecondsField } from './seconds-field.tsx';
import { useEveningToolText } from './use-evening-tool-text.ts';
import { useTwin } from './use-twin.ts';

/** The list as the programme of an information evening. */
export function ScenarioEvening({ onTell }: { readonly onTell: (notice: Notice) => void }) {
  const text = useEveningToolText();
  const isEmpty = useTwin((state) => state.scenarios.items.length === 0);
  const { idleSeconds = IDLE_SECONDS, staySeconds = STAY_SECONDS } = useTwin((state) => state.scenarios.evening);
  const supported = useTwin((state) => state.scene !== 'unsupported');
  return (
    <section className="tw-evening-tool" aria-labelledby="evening-title">
      <h3 id="evening-title" className="nl-heading nl-heading--level-4">
        {text.title}
      </h3>
      <p className="nl-paragraph">{isEmpty ? text.empty : text.intro}</p>
      <div className="tw-row">
        {!isEmpty && supported && (
          <Button
            purpose="primary"
            className="tw-small-button"
            iconStart={<Icon name="screen" />}
            onClick={() => openEvening('list')}
          >
            {text.start}
          </Button>
        )}
        <EveningSources onTell={onTell} />
      </div>
      <EveningChecks />
      {!isEmpty && (
        <details className="tw-evening-tool__settings">
          <summary>{text.settings}</summary>
          <EveningName />
          <SecondsField
            label={text.idle}
            note={text.idleNote}
            value={idleSeconds}
            limits={eveningLimits.idleSeconds}
            onCommit={(value) => setEveningSettings({ idleSeconds: value })}
          />
          <SecondsField
            label={text.stay}
            value={staySeconds}
            limits={eveningLimits.staySeconds}
            onCommit={(value) => setEveningSettings({ staySeconds: value })}
          />
          <p className="nl-paragraph tw-subtle">{text.keys}</p>
        </details>
      )}
    </section>
  );
}
