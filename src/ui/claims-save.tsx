import { useState } from 'react';
import { claimsToTables } from '../model/claim-tables.ts';
import { claimsToGeoJson } from '../model/export-claims.ts';
import { conflictsToGeoJson, conflictsToTable } from '../model/export-conflicts.ts';
import { saveGeoPackage } from '../store/save-geopackage.ts';
import { saveFile } from './save-file.ts';
import { SaveList } from './save-list.tsx';
import { useCheckRows, useChecksText } from './use-claim-checks.ts';
import { useListedConflicts } from './use-claim-conflicts.ts';
import { useClaimLines, useClaimsReportText } from './use-claim-files.ts';
import { useClaimReport } from './use-claim-report.ts';
import { useClaimsHere, useShownClaims } from './use-claims.ts';
import { useSaveTable } from './use-save-table.ts';
import { useFormat, useTwin } from './use-twin.ts';

const JSON_TYPE = 'application/geo+json';

/** What the tables show as files, whole, with decisions. */
export function ClaimsSave() {
  const text = useClaimsReportText();
  const checkText = useChecksText();
  const format = useFormat();
  const saveTable = useSaveTable();
  const lines = useClaimLines();
  const here = useClaimsHere();
  const shown = useShownClaims();
  const conflicts = useListedConflicts();
  const checked = useCheckRows();
  const makeReport = useClaimReport();
  const decisions = useTwin((state) => state.claimDecisions.items);
  const [told, setTold] = useState('');
  const { files } = text;
  const claims = shown.map(({ claim }) => claim);

  function tell(work: Promise<string>) {
    setTold(text.writing);
    work.then(
      (name) => setTold(text.written(name)),
      (error: unknown) => setTold(text.failed(error instanceof Error ? error.message : String(error))),
    );
  }

  async function savePackage() {
    const conflictTable = conflictsToTable(conflicts ?? [], decisions);
    const name = `${files.claims}.gpkg`;
    await saveGeoPackage([...claimsToTables(claims), ...(conflictTable ? [conflictTable] : [])], (bytes) =>
      saveFile(name, 'application/geopackage+sqlite3', bytes),
    );
    return name;
  }

  async function saveReport() {
    const name = `${files.report}.html`;
    saveFile(name, 'text/html', await makeReport());
    return name;
  }

  const saveChecks = () =>
    saveTable(
      files.checks,
      text.csvCheck,
      (checked?.rows ?? []).map(({ rule, check, part }) => [
        part,
        format.localised(rule.title),
        check.measured,
        check.limit,
        check.margin,
        check.unit,
        check.margin === undefined ? undefined : (check.marginUnit ?? check.unit),
        checkText.results[check.result],
        check.article ?? rule.article,
        format.localised(check.reason),
      ]),
    );
  const list: (readonly [string, () => void])[] = [
    [text.saveReport, () => tell(saveReport())],
    [text.saveClaims, () => saveTable(files.claims, text.csvClaim, shown.map(lines.claim))],
    [
      text.saveClaimsGeoJson,
      () => saveFile(`${files.claims}.geojson`, JSON_TYPE, claimsToGeoJson(claims, files.claims, 'crs84')),
    ],
    [text.saveGeoPackage, () => tell(savePackage())],
  ];
  if (here && here.shown.length > 0)
    list.splice(1, 0, [text.saveHere, () => saveTable(files.here, text.csvClaim, here.shown.map(lines.claim))]);
  if (conflicts)
    list.push(
      [text.saveConflicts, () => saveTable(files.conflicts, text.csvConflict, conflicts.map(lines.conflict))],
      [
        text.saveConflictsGeoJson,
        () =>
          saveFile(`${files.conflicts}.geojson`, JSON_TYPE, conflictsToGeoJson(conflicts, decisions, files.conflicts)),
      ],
    );
  if (checked) list.push([text.saveChecks, saveChecks]);
  return (
    <section className="tw-flood__group tw-flood__part" aria-labelledby="claims-save">
      <h3 className="tw-flood__title" id="claims-save" tabIndex={-1}>
        {text.save}
      </h3>
      <p className="nl-paragraph tw-subtle">{text.saveIntro}</p>
      <SaveList id="claims-files" title={text.filesTitle} files={list}>
        <p role="status">{told}</p>
      </SaveList>
    </section>
  );
}
