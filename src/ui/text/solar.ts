/** Texts of the question "which homes can easily get solar panels", fetched with it. */

const nl = {
  loading: 'De gegevens over zon op daken worden geladen.',
  missing: 'Voor deze gemeente is de zon op daken niet berekend. Andere vragen werken wel.',
};

const en: typeof nl = {
  loading: 'The data about sun on roofs are on their way.',
  missing: 'Sun on roofs has not been computed for this municipality. Other questions do work.',
};

export const solarText = { nl, en };
