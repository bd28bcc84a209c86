import { isSameData } from '../model/data-version.ts';
import { useEveningToolText } from './use-evening-tool-text.ts';
import { useTwin } from './use-twin.ts';

/** What a civil servant must know before the hall sees it. */
export function EveningChecks() {
  const text = useEveningToolText();
  const items = useTwin((state) => state.scenarios.items);
  const municipality = useTwin((state) => state.municipality);
  if (municipality.status !== 'ready') return null;
  const { id, dataHash, dataDate } = municipality.value;
  const elsewhere = items.filter(({ scenario }) => scenario.municipality !== id).length;
  const changed = items.filter(
    ({ scenario }) =>
      scenario.municipality === id &&
      scenario.dataHash !== undefined &&
      dataHash !== undefined &&
      !isSameData({ hash: scenario.dataHash, date: scenario.dataDate }, { hash: dataHash, date: dataDate }),
  ).length;
  if (elsewhere + changed === 0) return null;
  return (
    <p className="tw-evening-tool__check" role="status">
      {elsewhere > 0 && text.elsewhere(elsewhere)} {changed > 0 && text.otherData(changed)}
    </p>
  );
}
