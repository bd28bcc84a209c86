/** Texts of the files that can be saved of counts, fetched with them. */
import type { CellMark } from '../../model/count-answer.ts';

const nl = {
  save: 'Opslaan',
  saveDay: 'Deze dag (CSV)',
  savePresence: 'Mensen in het centrum (CSV)',
  fileDay: 'tellingen',
  filePresence: 'mensen-in-het-centrum',
  csvDay: [
    'toegang',
    'naam',
    'richting',
    'begin',
    'minuten',
    'aantal',
    'staat',
    'gewoonlijk van',
    'gewoonlijk tot',
    'vergelijkbare dagen',
  ],
  csvPresence: ['tijd', 'schatting', 'van', 'tot'],
  states: {
    ok: 'geteld',
    late: 'te laat binnengekomen',
    few: 'te klein om te tonen',
    hidden: 'verborgen',
    missing: 'ontbreekt',
    excluded: 'uitgesloten',
    about: 'deels verborgen',
    part: 'deels geteld',
    none: 'geen telling',
  } satisfies Record<CellMark, string>,
};

const en: typeof nl = {
  save: 'Save',
  saveDay: 'This day (CSV)',
  savePresence: 'People in the centre (CSV)',
  fileDay: 'counts',
  filePresence: 'people-in-the-centre',
  csvDay: [
    'entry',
    'name',
    'direction',
    'start',
    'minutes',
    'count',
    'state',
    'usual from',
    'usual to',
    'comparable days',
  ],
  csvPresence: ['time', 'estimate', 'from', 'to'],
  states: {
    ok: 'counted',
    late: 'came in late',
    few: 'too few to show',
    hidden: 'hidden',
    missing: 'missing',
    excluded: 'excluded',
    about: 'hidden in part',
    part: 'counted in part',
    none: 'no count',
  },
};

export const countsFilesText = { nl, en };
