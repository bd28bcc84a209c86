/** How far a plan is, and what that means for who reads it. Apart from the other texts of plans: the home page needs it at once. */
import type { Plan } from '../../model/plan.ts';

type StatusTexts = Record<Plan['status'], readonly [name: string, meaning: string]>;

const nl: StatusTexts = {
  idea: ['Idee', 'Een eerste gedachte. Er is nog niets gekozen.'],
  concept: ['Concept', 'Er ligt een ontwerp. Het kan nog veranderen.'],
  consultation: ['Inspraak', 'Er is nog geen besluit. U kunt uw mening geven.'],
  decided: ['Besloten', 'Het besluit is genomen. De grote lijnen staan vast.'],
  built: ['Gebouwd', 'Dit is klaar. U ziet het plan van toen.'],
};

const en: StatusTexts = {
  idea: ['Idea', 'A first thought. Nothing has been chosen yet.'],
  concept: ['Draft', 'There is a design. It can still change.'],
  consultation: ['Consultation', 'Nothing has been decided. You can give your opinion.'],
  decided: ['Decided', 'The decision has been taken. The main lines are fixed.'],
  built: ['Built', 'This is finished. You see the plan of that time.'],
};

export const planStatusText = { nl, en, title: { nl: 'Bouwplannen', en: 'Building plans' } };
