/** What each question is for, what is chosen in it, and who decides: in English. The rest of a leaflet is with its question. */
import { ASSUMED_ACCURACY_M } from '../../model/claim.ts';
import type { LeafletId, LeafletText } from '../../model/leaflet.ts';

const nobody = 'Nobody. This is information: no decision belongs to it.';
const counting = 'Counting and adding up of data. No machine learning.';
const model = 'Computation with fixed rules and formulas. No machine learning.';

export const leafletsEn: Record<LeafletId, LeafletText> = {
  view: {
    short: 'Tells in words and in a table what stands in a part of the 3D map.',
    purpose:
      'To make the 3D map readable too, for who does not see or use the picture. Not to find out anything about residents.',
    choices: 'There is nothing to choose: it is about what you have in view.',
    decides: nobody,
    impact: 'No decision and no data of persons.',
    kind: counting,
  },
  age: {
    short: 'Counts buildings per period of construction in a part of the map.',
    purpose: 'To see how a neighbourhood grew. Not to judge one building.',
    choices: 'The limits of the periods are a choice of the makers.',
    decides: nobody,
    impact: 'No decision and no data of persons.',
    kind: counting,
  },
  height: {
    short: 'Counts buildings per height in a part of the map.',
    purpose: 'To see how tall a neighbourhood is, beside a building plan for example. Not to check a plan against.',
    choices: 'The limits of the heights are a choice of the makers.',
    decides: nobody,
    impact: 'No decision and no data of persons.',
    kind: counting,
  },
  sunlight: {
    short: 'Computes how many hours of sun a window, garden or square can get, today and with a building plan.',
    purpose:
      'To see together how much sun a building plan takes away, before it is decided on. Not to establish damage or compensation.',
    choices:
      'You choose the norm. No law prescribes a number of hours of sun; the norm of the municipality is its own choice. You also choose whether trees count.',
    decides: 'The council or the executive decides on the plan. Hours of sun are one of the interests in that.',
    impact: 'Touches people who live beside a building plan: what they see may shape their response to it.',
    kind: model,
  },
  window: {
    short: 'Computes which part of the view from a window becomes new building.',
    purpose: 'To see for an address what of a building plan comes into view. Not to establish damage or compensation.',
    choices: 'The lens (50 mm) and the place of the eye are fixed. You choose address and floor.',
    decides: 'The council or the executive decides on the plan. The view is one of the interests in that.',
    impact: 'Touches people who live beside a building plan: what they see may shape their response to it.',
    kind: model,
  },
  flood: {
    short: 'Computes where water of an extreme storm or a breached dike stays, and how deep.',
    purpose:
      'To compare streets and neighbourhoods and to see what a measure does. Not for the sale, insurance or value of one house, and not as a warning.',
    choices:
      'You choose the storm. What soil and sewer take, the threshold of houses and the depth of open water are assumptions; the municipality can state other values.',
    decides:
      'The municipality decides on sewers and streets, the water board on water and dikes. They also use models of their own.',
    impact: 'Touches owners and residents: a map with water at a house may worry people or affect its value.',
    kind: 'Physical computation (local-inertial; for a breach the full shallow water equations). No machine learning.',
  },
  solar: {
    short: 'Estimates which roofs have enough sun and room for solar panels.',
    purpose:
      'To see together where solar panels are easy, and to estimate by district what they give. It says nothing about who lives here or what anyone uses.',
    choices:
      'Size of a panel, layout on flat roofs, price of electricity and the limits of the classes are choices. You can change them; the municipality can state other values to begin with.',
    decides: 'The owner of the roof decides. Where a permit is needed, the municipality decides on that.',
    impact: 'Touches owners of roofs: a roof may wrongly seem fit or unfit.',
    kind: model,
  },
  heat: {
    short: 'Estimates how much heat homes need, and how far they are from the Dutch standard for insulation.',
    purpose:
      'To see by district where heating without gas can come first. Not to judge one home or a resident, and not for rent or subsidies.',
    choices:
      'The limits of the classes are a choice; you can change them. Insulation follows from the year of construction, unless there is an energy label.',
    decides:
      'The owner decides on the home. The council decides on the plan for a district. The Standard is not an obligation.',
    impact: 'Touches owners and tenants: a district may have its turn sooner or later.',
    kind: model,
  },
  claims: {
    short: 'Compares who wants to use the same space, and checks a plan against rules. A human being decides.',
    purpose:
      'To see early where wishes and rules meet, so that the right people talk. Not as a permit, and not instead of asking where cables lie (KLIC).',
    choices: `What goes together is a choice of the municipality. You can try another. Where a source does not say how exact a line is, we take ± ${ASSUMED_ACCURACY_M}\u00a0m.`,
    decides:
      'The computer decides nothing. The municipality or another authority takes the decision. Record a decision with the conflict: then it is in the scenario and in the report.',
    impact: 'Touches who wants to use space: a conflict may delay or change a plan.',
    kind: 'Fixed rules and geometry: advice, no decision. No machine learning.',
  },
  crowd: {
    short: 'Simulates how visitors walk over a square, and where it gets too dense or too narrow.',
    purpose:
      'To compare layouts of an event with each other. Not to say beforehand how busy it will be, and not as safety advice.',
    choices:
      'You choose the limit of crowding and the width of a way for emergency services yourself, with the layout. 3.5 metres is usual; your safety region may ask for more.',
    decides:
      'The mayor decides on the permit, advised by police, fire service and medical services. This outcome is no safety advice for it.',
    impact: 'Touches visitors and organisers: too rosy an outcome may bring danger, too bleak a one a ban.',
    kind: 'Simulation of made-up persons with fixed rules and chance. No machine learning, no data of persons.',
  },
  counts: {
    short: 'Counts passages at the entries of the centre, with their error, and estimates how many people are there.',
    purpose:
      'To see when and from which side people come, for roads, public transport and safety. Not to follow or recognise anyone.',
    choices:
      'Below which number nothing is shown is a choice of the municipality. The estimate begins in the quietest hour of the first half of the day.',
    decides:
      'Counts help to choose; they do not choose. Whether a street is closed is decided by the mayor or the executive, after advice of police and organisers.',
    impact: 'Touches who walks past a counter: counting may fall under the GDPR, also when only numbers remain.',
    kind: counting,
  },
};
