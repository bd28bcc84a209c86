import type { EveningSettings, Scenario } from '../model/scenario.ts';

/** A scenario in the list of the page; the number tells apart those of one name. */
export interface ListedScenario {
  readonly id: number;
  readonly scenario: Scenario;
}

/** What goes into a file together. */
export interface ScenarioSet {
  readonly items: readonly ListedScenario[];
  /** How the list is played at an information evening. */
  readonly evening: EveningSettings;
}

export interface ScenarioList extends ScenarioSet {
  /** Earlier states, the last one newest: for undo. */
  readonly past: readonly ScenarioSet[];
  /** As it was last written to a file. */
  readonly written: ScenarioSet;
}
