import { useRef, useState } from 'react';
import { layoutToGeoJson } from '../model/export-event.ts';
import { eventPlanToJson } from '../model/parse-event-plan.ts';
import { type OpenedPlan, openPlanFile } from '../store/crowd-files.ts';
import { CrowdSection } from './crowd-plan-section.tsx';
import { Icon } from './icon.tsx';
import { saveFile } from './save-file.ts';
import { SaveList } from './save-list.tsx';
import { useEventLayout, useEventPlan } from './use-crowd.ts';
import { useCrowdPeopleText, useCrowdPlanText } from './use-crowd-plan.ts';

/** More lines would bury what is to be done. */
const MOST = 12;

/** The event as a file, and one from a file. */
export function CrowdPlanFiles() {
  const { kinds } = useCrowdPlanText();
  const text = useCrowdPeopleText().files;
  const plan = useEventPlan();
  const layout = useEventLayout();
  const input = useRef<HTMLInputElement>(null);
  const [opened, setOpened] = useState<OpenedPlan>();
  if (!plan || !layout) return null;
  return (
    <CrowdSection id="crowd-plan-files" title={text.title}>
      <SaveList
        id="crowd-plan-save"
        title={plan.title}
        files={[
          [text.plan, () => saveFile(`${plan.id}.json`, 'application/json', eventPlanToJson(plan))],
          [
            text.objects,
            () =>
              saveFile(`${plan.id}-${layout.id}.geojson`, 'application/geo+json', layoutToGeoJson(plan, layout, kinds)),
          ],
        ]}
      />
      <div className="tw-row">
        <button type="button" className="tw-chip" onClick={() => input.current?.click()}>
          <Icon name="up" />
          {text.open}
        </button>
      </div>
      <input
        ref={input}
        type="file"
        className="tw-hidden"
        tabIndex={-1}
        aria-label={text.open}
        accept=".json"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) void openPlanFile(file).then(setOpened);
          // The same file, mended, must be able to come again.
          event.currentTarget.value = '';
        }}
      />
      <p className="nl-paragraph tw-subtle">{text.openHelp}</p>
      {opened && <Told opened={opened} />}
    </CrowdSection>
  );
}

function Told({ opened }: { readonly opened: OpenedPlan }) {
  const text = useCrowdPeopleText().files;
  if (opened.status === 'opened') return <p role="status">{text.opened(opened.title)}</p>;
  return (
    <div className="utrecht-alert utrecht-alert--warning" role="alert">
      <p>
        <strong>{text.refused(opened.file)}</strong>
      </p>
      {opened.status === 'elsewhere' ? (
        <p>{text.noPlace(opened.place)}</p>
      ) : (
        <ul className="tw-crowd__faults">
          {opened.faults.slice(0, MOST).map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
