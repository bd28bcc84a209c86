/** Texts of the question how narrow the passage gets and how crowded: what is chosen, and what holds for all of its parts. */
const nl = {
  intro:
    'U ziet een evenement op een plein. Zet er voorwerpen neer en zie meteen hoe breed de doorgangen blijven. Laat daarna uitrekenen hoe druk het wordt.',
  loading: 'De evenementen worden geladen.',
  failed: 'De evenementen zijn niet geladen. Andere vragen werken wel.',
  none: 'Deze gemeente heeft nog geen evenement in Tweelingstad gezet.',
  noWebGl: 'Zonder 3D-beeld werkt alles met de lijsten en met coördinaten.',
  goTo: 'Ga naar het plein',
  event: 'Evenement',
  layout: 'Opstelling',
  bar: 'Het evenement in beeld',
  close: 'Haal het evenement uit het beeld',
  contents: {
    title: 'In dit antwoord',
    'crowd-routes': 'Calamiteitenroutes',
    'crowd-place': 'Plaatsen',
    'crowd-things': 'Wat er staat',
    'crowd-people': 'Mensen',
    'crowd-result': 'Drukte',
    'crowd-plan-files': 'Bewaar en open',
  },
  indicative: 'Dit is een indicatie, geen besluit. U kunt er geen rechten aan ontlenen.',
};

export type CrowdText = typeof nl;

const en: CrowdText = {
  intro:
    'You see an event on a square. Place objects and see at once how wide the passages stay. Then have it worked out how crowded it gets.',
  loading: 'The events are loading.',
  failed: 'The events have not loaded. Other questions do work.',
  none: 'This municipality has put no event in Tweelingstad yet.',
  noWebGl: 'Without the 3D picture everything works with the lists and with coordinates.',
  goTo: 'Go to the square',
  event: 'Event',
  layout: 'Layout',
  bar: 'The event in the picture',
  close: 'Take the event out of the picture',
  contents: {
    title: 'In this answer',
    'crowd-routes': 'Emergency routes',
    'crowd-place': 'Place',
    'crowd-things': 'What stands there',
    'crowd-people': 'People',
    'crowd-result': 'Crowding',
    'crowd-plan-files': 'Save and open',
  },
  indicative: 'This is an indication, not a decision. No rights can be derived from it.',
};

export const crowdText = { nl, en };
