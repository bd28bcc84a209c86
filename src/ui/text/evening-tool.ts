/** Texts of the part "information evening" of the tool "scenarios". */
const nl = {
  title: 'Bewonersavond',
  intro: 'De lijst hieronder is het programma van uw avond, van boven naar beneden.',
  empty:
    'Maak een programma voor de zaal. Begin met de stops van een plan, of bewaar hierboven het beeld dat u nu ziet.',
  takeOver: 'Neem de stops van het plan over',
  takeOverOf: (plan: string) => `Neem de stops over van ${plan}`,
  takenOver: (count: number) =>
    count === 1 ? '1 stop staat nu in de lijst.' : `${count} stops staan nu in de lijst. Pas ze aan zoals u wilt.`,
  shortened: (count: number, longest: number) =>
    count === 1
      ? `1 bijschrift was te lang en is ingekort tot ${longest} tekens.`
      : `${count} bijschriften waren te lang en zijn ingekort tot ${longest} tekens.`,
  fromFile: 'Neem het programma van de gemeente over',
  caption: 'Bijschrift voor de zaal',
  count: (length: number, longest: number) => `${length} van ${longest} tekens`,
  retake: 'Bewaar dit beeld opnieuw in deze stop',
  retakeIn: (title: string) => `Bewaar dit beeld opnieuw in deze stop: ${title}`,
  retaken: (title: string) => `‘${title}’ heeft nu het beeld dat u ziet. Naam en bijschrift zijn gebleven.`,
  name: 'Naam van de avond',
  idle: 'Terug naar het begin als niemand iets aanraakt, na',
  idleNote: '(0: nooit)',
  stay: 'Daarna speelt het programma vanzelf. Elk beeld blijft',
  seconds: 'seconden',
  outside: (least: number, most: number) => `Vul een heel getal in van ${least} tot ${most}.`,
  settings: 'Naam, tijden en toetsen',
  start: 'Start de avond',
  keys: 'Pijltjes of de knoppen van een klikker: verder en terug. B: nu of het plan. 0 tot en met 9: een variant. Escape: stoppen.',
  elsewhere: (count: number) =>
    count === 1
      ? '1 beeld hoort bij een andere gemeente en doet niet mee.'
      : `${count} beelden horen bij een andere gemeente en doen niet mee.`,
  otherData: (count: number) =>
    count === 1
      ? '1 beeld is gemaakt met oudere of andere gegevens. Kijk of het nog klopt.'
      : `${count} beelden zijn gemaakt met oudere of andere gegevens. Kijk of ze nog kloppen.`,
};

const en: typeof nl = {
  title: 'Information evening',
  intro: 'The list below is the programme of your evening, from top to bottom.',
  empty: 'Make a programme for the hall. Begin with the stops of a plan, or save the picture that you see now, above.',
  takeOver: 'Take over the stops of the plan',
  takeOverOf: (plan) => `Take over the stops of ${plan}`,
  takenOver: (count) =>
    count === 1 ? '1 stop is in the list now.' : `${count} stops are in the list now. Change them as you like.`,
  shortened: (count, longest) =>
    count === 1
      ? `1 caption was too long and has been cut to ${longest} characters.`
      : `${count} captions were too long and have been cut to ${longest} characters.`,
  fromFile: 'Take over the programme of the municipality',
  caption: 'Caption for the hall',
  count: (length, longest) => `${length} of ${longest} characters`,
  retake: 'Save this picture again in this stop',
  retakeIn: (title) => `Save this picture again in this stop: ${title}`,
  retaken: (title) => `‘${title}’ has the picture that you see now. Name and caption have stayed.`,
  name: 'Name of the evening',
  idle: 'Back to the start when nobody touches anything, after',
  idleNote: '(0: never)',
  stay: 'From then on it plays by itself. Each picture stays',
  seconds: 'seconds',
  outside: (least, most) => `Fill in a whole number from ${least} to ${most}.`,
  settings: 'Name, times and keys',
  start: 'Start the evening',
  keys: 'Arrows or the buttons of a clicker: on and back. B: today or the plan. 0 to 9: a variant. Escape: end.',
  elsewhere: (count) =>
    count === 1
      ? '1 picture belongs to another municipality and is left out.'
      : `${count} pictures belong to another municipality and are left out.`,
  otherData: (count) =>
    count === 1
      ? '1 picture was made with older or other data. See if it is still right.'
      : `${count} pictures were made with older or other data. See if they are still right.`,
};

export const eveningToolText = { nl, en };
