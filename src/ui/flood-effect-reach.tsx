import { listCutStreets } from '../model/flood-effect-rows.ts';
import { type FloodEffects, IMPASSABLE_DEPTH, type RescueService, rescueServices } from '../model/flood-effects.ts';
import type { Municipality } from '../model/municipality.ts';
import { sendCommand } from '../store/commands.ts';
import { RowHead } from './row-head.tsx';
import { useEffectsText, useEffectsWords } from './use-flood-effects.ts';
import { useFormat, useTwin } from './use-twin.ts';

/** Services that drive in the same depth from the same places have one answer. */
function groupServices(municipality: Municipality | undefined): (readonly RescueService[])[] {
  const groups = new Map<string, RescueService[]>();
  for (const service of rescueServices) {
    const { depthM = IMPASSABLE_DEPTH, from = [] } = municipality?.flood?.[service] ?? {};
    const key = JSON.stringify([depthM, from]);
    groups.set(key, [...(groups.get(key) ?? []), service]);
  }
  return [...groups.values()];
}

/** Whether ambulances and fire engines still reach every address, and for how long they do not. */
export function FloodEffectReach({ effects }: { readonly effects: FloodEffects }) {
  const text = useEffectsText();
  const municipality = useTwin((state) =>
    state.municipality.status === 'ready' ? state.municipality.value : undefined,
  );
  const groups = groupServices(municipality);
  const isEmpty = rescueServices.every((service) => effects.reach[service].judged === 0);
  return (
    <section className="tw-flood__group" aria-labelledby="flood-effect-reach">
      <h4 className="tw-heading" id="flood-effect-reach">
        {text.reach}
      </h4>
      {isEmpty ? (
        <p className="nl-paragraph">{text.noAddresses}</p>
      ) : (
        groups.map((services) => (
          <ServiceReach key={services.join()} services={services} municipality={municipality} effects={effects} />
        ))
      )}
    </section>
  );
}

interface ServiceProps {
  readonly services: readonly RescueService[];
  readonly municipality: Municipality | undefined;
  readonly effects: FloodEffects;
}

function ServiceReach({ services, municipality, effects }: ServiceProps) {
  const text = useEffectsText();
  const words = useEffectsWords();
  const format = useFormat();
  const addresses = useTwin((state) => state.addresses);
  const [service] = services as readonly [RescueService];
  const reach = effects.reach[service];
  const { depthM = IMPASSABLE_DEPTH, from = [] } = municipality?.flood?.[service] ?? {};
  const names = services.map((id) => text.services[id]).join(text.and);
  const who = names.charAt(0).toUpperCase() + names.slice(1);
  const [judged, depth] = [format.number(reach.judged), words.depth(depthM)];
  const isLasting = reach.lasting > 0;
  return (
    <>
      <p className="nl-paragraph">
        {reach.cut === 0
          ? text.reachAll(who, judged, depth)
          : text.reachCut(who, format.number(reach.cut), judged, depth)}{' '}
        {reach.cut > 0 &&
          text.reachLongest(words.timeRange(reach.longest, effects.step, isLasting && reach.longest > 0))}{' '}
        {isLasting && text.reachLasting(format.number(reach.lasting))}{' '}
        {from.length > 0 && text.reachFrom(from.map(({ title }) => format.localised(title)).join(', '))}
      </p>
      {reach.cut > 0 && addresses.status === 'ready' && (
        <details className="tw-details">
          <summary>{text.reachWhere}</summary>
          <div className="tw-flood__table">
            <table className="utrecht-table utrecht-table--html-table tw-table">
              <caption className="tw-hidden">{who}</caption>
              <thead>
                <tr>
                  <th scope="col">{text.street}</th>
                  <th scope="col">{text.addresses}</th>
                  <th scope="col">{text.time}</th>
                </tr>
              </thead>
              <tbody>
                {listCutStreets(reach, addresses.value).map(({ name, count, longest, x, y }) => (
                  <tr key={name}>
                    <RowHead name={name} onChoose={() => sendCommand({ type: 'look-at', x, y, radius: 80 })} />
                    <td>{format.number(count)}</td>
                    <td className="tw-effects__time">{words.timeRange(longest, effects.step, false)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
    </>
  );
}
