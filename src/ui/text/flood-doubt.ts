/** Texts where the height measurement leaves the answer open. */
const nl = {
  legendHatched: 'gearceerd:',
  legend: 'onzeker',
  legendWhy: '(hoogtemeting te grof)',
  dry: 'misschien 5 cm water of meer (onzeker)',
  wet: 'misschien minder dan 5 cm',
  facadeDry:
    'Bij deze gevel komt volgens de berekening minder dan 5 cm water. Maar het scheelt weinig: de hoogtemeting is te grof om het zeker te weten.',
  facadeWet: 'Of hier 5 cm water komt, is onzeker: de hoogtemeting is te grof om het te weten.',
};

const en: typeof nl = {
  legendHatched: 'hatched:',
  legend: 'uncertain',
  legendWhy: '(heights measured too coarsely)',
  dry: 'perhaps 5 cm of water or more (uncertain)',
  wet: 'perhaps less than 5 cm',
  facadeDry:
    'By the computation less than 5 cm of water comes to this façade. But it is close: the height measurement is too coarse to be sure.',
  facadeWet: 'Whether 5 cm of water comes here is uncertain: the height measurement is too coarse to know.',
};

export const floodDoubtText = { nl, en };
