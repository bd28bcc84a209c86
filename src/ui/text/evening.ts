/** Texts of the information evening. */
import type { ProgrammeKind } from '../../store/twin.ts';

const nl = {
  label: 'Bewonersavond',
  count: (stop: number, stops: number) => `${stop} van ${stops}`,
  previous: 'Vorige',
  next: 'Volgende',
  now: 'Nu',
  plan: 'Plan',
  toggle: 'Wissel tussen nu en het plan',
  end: 'Stoppen',
  phone: 'Op uw telefoon',
  phoneTitle: 'Kijk verder op uw telefoon',
  phoneText: 'Richt de camera van uw telefoon op het vierkant. U ziet dan dit beeld.',
  phoneCode: 'QR-code met de link naar dit beeld',
  phoneLacks: 'Wat hier is getekend of geplaatst, past niet in de code. Op de telefoon ziet u het dus niet.',
  phoneLocal:
    'Dit adres werkt alleen op deze computer. Open de pagina hier met het netwerkadres van deze computer, bijvoorbeeld http://192.168.1.20:4173. Dan werkt de code ook op telefoons in hetzelfde netwerk.',
  loading: 'Het programma wordt geladen…',
  noStops: {
    plan: 'Dit plan heeft geen kijkpunten.',
    list: 'Er zijn geen beelden van deze gemeente in de lijst. Druk op Escape en bewaar eerst een beeld.',
    file: 'Het programma van de avond is niet te lezen. Druk op Escape: naast het beeld staat waarom.',
  } satisfies Record<ProgrammeKind, string>,
  summer: 'zomertijd',
  winter: 'wintertijd',
};

const en: typeof nl = {
  label: 'Information evening',
  count: (stop, stops) => `${stop} of ${stops}`,
  previous: 'Previous',
  next: 'Next',
  now: 'Today',
  plan: 'Plan',
  toggle: 'Switch between today and the plan',
  end: 'End',
  phone: 'On your phone',
  phoneTitle: 'Go on looking on your phone',
  phoneText: 'Point the camera of your phone at the square. You then see this picture.',
  phoneCode: 'QR code with the link to this picture',
  phoneLacks: 'What was drawn or placed here does not fit in the code. So you do not see it on the phone.',
  phoneLocal:
    'This address works on this computer only. Open the page here with the network address of this computer, for example http://192.168.1.20:4173. Then the code also works on phones in the same network.',
  loading: 'The programme is loading…',
  noStops: {
    plan: 'This plan has no viewpoints.',
    list: 'There are no pictures of this municipality in the list. Press Escape and save a picture first.',
    file: 'The programme of the evening cannot be read. Press Escape: the reason is beside the picture.',
  },
  summer: 'summer time',
  winter: 'winter time',
};

export const eveningText = { nl, en };
