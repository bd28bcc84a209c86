import { tellFigure } from '../model/check-figure.ts';
import { type CheckUnit, hardnesses } from '../model/claim.ts';
import { findDecision } from '../model/claim-decisions.ts';
import { polygonArea } from '../model/polygon.ts';
import { presentData } from '../store/data-version.ts';
import { printedAddress } from '../store/follow-address.ts';
import { twin } from '../store/twin.ts';
import { type ReportPage, writeReportPage } from './claims-report-page.ts';
import { pictureUrl } from './picture-url.ts';
import { useCheckRows, useChecksText } from './use-claim-checks.ts';
import { useConflictReason, useConflictsText, useListedConflicts } from './use-claim-conflicts.ts';
import { useClaimsReportText } from './use-claim-files.ts';
import {
  useClaimChoice,
  useClaims,
  useClaimsHere,
  useClaimsText,
  useClaimTown,
  useClaimWords,
  useShownClaims,
  useThemeName,
} from './use-claims.ts';
import { useSayings } from './use-leaflet.ts';
import { useFormat, useLanguage, useText } from './use-twin.ts';

/** More rows than this nobody reads on paper. */
const MOST_ROWS = 200;

/** The report of what the tables show now. */
export function useClaimReport(): () => Promise<string> {
  const language = useLanguage();
  const format = useFormat();
  const common = useText();
  const { report: text, leaflet } = useClaimsReportText();
  const { decides } = useSayings('claims');
  const sections = useReportSections();
  return async () => {
    const { municipality } = twin.getState();
    const value = municipality.status === 'ready' ? municipality.value : undefined;
    const name = `${value?.name ?? ''}${value?.fictional ? ` (${common.fictional})` : ''}`;
    const date = presentData()?.date;
    const url = await pictureUrl();
    return writeReportPage({
      title: text.title(name),
      language,
      notice: text.notice,
      lines: [
        text.made(format.date(new Date().toISOString())),
        ...(date === undefined ? [] : [text.data(format.date(date))]),
      ],
      link: { label: text.link, url: printedAddress().url },
      ...(url !== undefined && { picture: { url, alt: text.picture } }),
      sections: [...sections, { heading: text.limits, lines: [...leaflet.limits, leaflet.uncertainty, decides] }],
    });
  };
}

function useReportSections(): ReportPage['sections'] {
  const format = useFormat();
  const { report: text } = useClaimsReportText();
  const claimText = useClaimsText();
  const conflictText = useConflictsText();
  const checkText = useChecksText();
  const words = useClaimWords();
  const themeName = useThemeName();
  const reasonOf = useConflictReason();
  const choice = useClaimChoice();
  const town = useClaimTown();
  const here = useClaimsHere();
  const all = useShownClaims();
  const conflicts = useListedConflicts() ?? [];
  const checked = useCheckRows();
  const balance = useClaims(({ answer }) => (answer.status === 'ready' ? answer.value.balance : undefined)) ?? [];
  const { items } = twin.getState().claimDecisions;
  const shown = here?.shown ?? all;
  const { place } = choice;
  const hidden = [
    ...choice.hiddenThemes.map(themeName),
    ...choice.hiddenHardnesses.map((id) => claimText.hardness[id]),
  ];
  const counts = hardnesses.map((id) => [shown.filter(({ claim }) => claim.hardness === id).length, id] as const);
  const cut = (rows: readonly (readonly string[])[]) => rows.slice(0, MOST_ROWS);
  const more = (count: number) =>
    count > MOST_ROWS ? [text.more(format.number(MOST_ROWS), format.number(count))] : [];
  const figure = (value: number | undefined, unit: CheckUnit) =>
    value === undefined ? '–' : format.localised(tellFigure(value, unit));
  const sources = [
    ...(town
      ? [
          `${format.localised(town.source.title)}, ${town.source.holder}, ${format.date(town.source.date)}, ${town.source.licence}`,
        ]
      : []),
    ...new Set(
      shown.flatMap(({ claim: { source } }) =>
        source ? [`${source.dataset}${source.date ? `, ${format.date(source.date)}` : ''}`] : [],
      ),
    ),
  ];
  return [
    {
      heading: text.place,
      lines: !place
        ? [text.noPlace]
        : [
            'ring' in place
              ? claimText.area(format.area(polygonArea(place.ring)))
              : claimText.at(format.coordinate(place.x), format.coordinate(place.y)),
            claimText.sentence(shown.length, counts, 'ring' in place),
          ],
    },
    {
      heading: text.look,
      lines: [
        text.heights(format.number(choice.lowNap, 1), format.number(choice.highNap, 1)),
        choice.year === undefined ? text.years : text.year(String(choice.year)),
        ...(hidden.length > 0 ? [text.hidden(hidden.join(', '))] : []),
        ...(choice.ownPairs.length > 0 ? [text.ownPairs] : []),
      ],
    },
    {
      heading: text.claims,
      lines: more(shown.length),
      table: {
        heads: [claimText.claim, conflictText.theme, claimText.heights, claimText.holder],
        rows: cut(
          shown.map(({ claim, heights }) => [
            claim.name,
            `${themeName(claim.theme)}, ${claimText.hardness[claim.hardness]}`,
            words.span(heights.lowerNap, heights.upperNap) ?? claimText.unknown,
            [
              claim.holder ?? claimText.noHolder,
              [claim.basis?.instrument, claim.basis?.article && claimText.article(claim.basis.article)]
                .filter(Boolean)
                .join(', ') || claimText.noBasis,
              words.period(claim.validFrom, claim.validUntil),
              claim.accuracyM === undefined
                ? claimText.noGive
                : claimText.give(`${format.number(claim.accuracyM, 2)} m`),
            ].join('; '),
          ]),
        ),
      },
    },
    {
      heading: text.conflicts,
      lines: conflicts.length === 0 ? [text.noConflicts] : more(conflicts.length),
      ...(conflicts.length > 0 && {
        table: {
          heads: [
            conflictText.columns.name,
            conflictText.columns.area,
            conflictText.columns.height,
            conflictText.columns.period,
            conflictText.why,
            conflictText.decided,
          ],
          rows: cut(
            conflicts.map((row) => {
              const { conflict, a, b } = row;
              const decision = findDecision(items, a.id, b.id);
              const [low, high] = conflict.heightRange ?? [];
              return [
                `${a.name} ${conflictText.and} ${b.name}: ${conflictText.kinds[conflict.kind]}`,
                format.area(conflict.areaM2),
                words.span(low, high) ?? claimText.unknown,
                words.period(conflict.period.from, conflict.period.until),
                reasonOf(row),
                decision
                  ? `${conflictText.told(decision.decision, decision.role, format.date(decision.when))}. ${conflictText.toldWhy(decision.why)}`
                  : text.noDecision,
              ];
            }),
          ),
        },
      }),
    },
    ...(checked
      ? [
          {
            heading: text.checks,
            table: {
              heads: [
                checkText.columns.rule,
                checkText.part,
                checkText.columns.measured,
                checkText.columns.limit,
                checkText.columns.margin,
                checkText.columns.result,
              ],
              rows: checked.rows.map(({ rule, check, part }) => [
                `${format.localised(rule.title)} (${rule.instrument}, ${claimText.article(check.article ?? rule.article ?? '–')})`,
                part,
                figure(check.measured, check.unit),
                figure(check.limit, check.unit),
                figure(check.margin, check.marginUnit ?? check.unit),
                `${checkText.results[check.result]}: ${format.localised(check.reason)}`,
              ]),
            },
          },
        ]
      : []),
    {
      heading: text.balance,
      table: {
        heads: [conflictText.balanceTheme, conflictText.claimed, conflictText.net, conflictText.double],
        rows: balance.map(({ theme, claimedM2, netM2, doubleClaimedM2 }) => [
          themeName(theme),
          format.area(claimedM2),
          format.area(netM2),
          format.area(doubleClaimedM2),
        ]),
      },
    },
    { heading: text.sources, lines: sources },
  ];
}
