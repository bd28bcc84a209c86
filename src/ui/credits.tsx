import { useRef } from 'react';
import { listSources } from '../model/list-sources.ts';
import { DialogTitle } from './dialog-title.tsx';
import { useFormat, useText, useTwin } from './use-twin.ts';
import { WebLink } from './web-link.tsx';

/** Of the municipality and of the plans that have come; undefined until it is there. */
function useSources() {
  const municipality = useTwin((state) => state.municipality);
  const plans = useTwin((state) => state.plans);
  if (municipality.status !== 'ready') return undefined;
  return listSources(municipality.value, plans.status === 'ready' ? plans.value : []);
}

/** Credits that licences ask for stand in the picture; the rest is one button away. */
export function Credits() {
  const text = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const sources = useSources() ?? [];
  const obligatory = [...new Set(sources.flatMap(({ source }) => source.attribution ?? []))];
  return (
    <div className="tw-credits">
      <p className="tw-credits__line">{[...obligatory, 'CesiumJS'].join(' · ')}</p>
      <button type="button" className="tw-link-button" onClick={() => dialog.current?.showModal()}>
        {text.credits.button}
      </button>
      <dialog ref={dialog} className="tw-dialog" aria-labelledby="credits-title" closedby="any">
        <DialogTitle
          id="credits-title"
          title={text.credits.title}
          close={text.close}
          onClose={() => dialog.current?.close()}
        />
        <SourcesTable />
      </dialog>
    </div>
  );
}

function SourcesTable() {
  const text = useText();
  const format = useFormat();
  const sources = useSources();
  if (!sources) return null;
  return (
    <>
      <div className="tw-scroll">
        <table className="utrecht-table utrecht-table--html-table tw-table">
          <thead>
            <tr>
              <th scope="col">{text.credits.dataset}</th>
              <th scope="col">{text.credits.holder}</th>
              <th scope="col">{text.credits.date}</th>
              <th scope="col">{text.credits.licence}</th>
              <th scope="col">{text.credits.accuracy}</th>
            </tr>
          </thead>
          <tbody>
            {sources.map(({ key, source }) => (
              <tr key={key}>
                <th scope="row">
                  <WebLink address={source.url} isApart>
                    {format.localised(source.title)}
                  </WebLink>
                  {source.note && <span className="tw-subtle tw-block">{format.localised(source.note)}</span>}
                </th>
                <td>{source.holder}</td>
                <td>{format.date(source.date)}</td>
                <td>{source.licence}</td>
                <td>{source.accuracyM === undefined ? text.unknown : `± ${format.number(source.accuracyM, 2)} m`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="nl-paragraph">{text.credits.software}</p>
    </>
  );
}
