/** Texts of the tool "sun and shadow". */
const nl = {
  intro: 'Kies een dag en een tijd. U ziet waar dan de zon staat en waar schaduw valt.',
  days: 'Dag',
  day: { '03-21': '21 maart', '06-21': '21 juni', '09-23': '23 september', '12-22': '22 december' },
  otherDay: 'Andere dag',
  time: 'Tijd',
  summer: 'zomertijd',
  winter: 'wintertijd',
  clockNote: 'Dit is de tijd op de klok in Nederland.',
  play: 'Speel de dag af',
  stop: 'Stop',
  sun: (rise: string, set: string) => `Zon op om ${rise}, zon onder om ${set}.`,
  sunNote: 'Voor het midden van de gemeente, op een vlakke horizon, op 1 minuut precies.',
  night: 'De zon is nu onder.',
  noMoment: 'Stop met zon en schaduw',
  limits:
    'Het beeld toont schaduw bij een heldere hemel. Bomen staan vol in blad. Het telt geen uren zon: dat is een andere berekening.',
};

const en: typeof nl = {
  intro: 'Choose a day and a time. You see where the sun stands then and where shadow falls.',
  days: 'Day',
  day: { '03-21': '21 March', '06-21': '21 June', '09-23': '23 September', '12-22': '22 December' },
  otherDay: 'Another day',
  time: 'Time',
  summer: 'summer time',
  winter: 'winter time',
  clockNote: 'This is the time on the clock in the Netherlands.',
  play: 'Play the day',
  stop: 'Stop',
  sun: (rise, set) => `Sunrise at ${rise}, sunset at ${set}.`,
  sunNote: 'For the middle of the municipality, on a flat horizon, to 1 minute.',
  night: 'The sun is down now.',
  noMoment: 'Stop sun and shadow',
  limits:
    'The picture shows shadow under a clear sky. Trees are in full leaf. It does not count hours of sun: that is another computation.',
};

export const sunText = { nl, en };
