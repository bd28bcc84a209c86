/** Texts of the tool "sun and shadow". */
const nl = {
  intro: 'Kies een dag en een tijd. U ziet waar dan de zon staat en waar schaduw valt.',
  today: 'Zonder tijd: gewoon daglicht',
  days: 'Dag',
  day: { '03-21': '21 maart', '06-21': '21 juni', '09-23': '23 september', '12-22': '22 december' },
  time: 'Tijd',
  summer: 'zomertijd',
  winter: 'wintertijd',
  limits:
    'Het beeld toont schaduw bij een heldere hemel. Bomen staan vol in blad. Het telt geen uren zon: dat is een andere berekening.',
};

const en: typeof nl = {
  intro: 'Choose a day and a time. You see where the sun stands then and where shadow falls.',
  today: 'No time: plain daylight',
  days: 'Day',
  day: { '03-21': '21 March', '06-21': '21 June', '09-23': '23 September', '12-22': '22 December' },
  time: 'Time',
  summer: 'summer time',
  winter: 'winter time',
  limits:
    'The picture shows shadow under a clear sky. Trees are in full leaf. It does not count hours of sun: that is another computation.',
};

export const sunText = { nl, en };
