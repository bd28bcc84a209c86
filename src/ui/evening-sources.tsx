import { Button } from '@nl-design-system-candidate/button-react';
import type { Plan } from '../model/plan.ts';
import { LONGEST_CAPTION } from '../model/scenario.ts';
import { loadEveningFile } from '../store/evening-file.ts';
import { addScenarios } from '../store/scenarios.ts';
import { takeOverStops } from '../store/take-over-stops.ts';
import { twin } from '../store/twin.ts';
import type { Notice } from './scenario-notice.tsx';
import { useEveningToolText } from './use-evening-tool-text.ts';
import { useOpenPlan } from './use-plan.ts';
import { useFormat, useTwin } from './use-twin.ts';

/** What there is already to begin with: the stops of the open plan (of every plan when none is open), and the municipality's own programme. */
export function EveningSources({ onTell }: { readonly onTell: (notice: Notice) => void }) {
  const text = useEveningToolText();
  const format = useFormat();
  const open = useOpenPlan();
  const plans = useTwin((state) => state.plans);
  const hasFile = useTwin(({ municipality: m }) => m.status === 'ready' && m.value.evening !== undefined);
  const all = plans.status === 'ready' ? plans.value : [];
  const withStops = (open ? [open] : all).filter(({ stops }) => stops.length > 0);

  function takeOver(plan: Plan) {
    const shortened = takeOverStops(plan);
    const sentences = [
      text.takenOver(plan.stops.length),
      ...(shortened ? [text.shortened(shortened, LONGEST_CAPTION)] : []),
    ];
    onTell({ message: sentences.join(' '), isWarning: shortened > 0 });
  }

  /** What is wrong with it is told above, with the other problems. */
  async function takeOverFile() {
    await loadEveningFile();
    const { eveningFile } = twin.getState();
    if (eveningFile.status !== 'ready') return;
    addScenarios(eveningFile.value);
    onTell({ message: text.takenOver(eveningFile.value.scenarios.length) });
  }

  return (
    <>
      {withStops.map((plan) => (
        <Button key={plan.id} purpose="secondary" className="tw-small-button" onClick={() => takeOver(plan)}>
          {open ? text.takeOver : text.takeOverOf(format.localised(plan.title))}
        </Button>
      ))}
      {hasFile && (
        <Button purpose="secondary" className="tw-small-button" onClick={takeOverFile}>
          {text.fromFile}
        </Button>
      )}
    </>
  );
}
