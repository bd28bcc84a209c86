import type { SolarClass } from '../model/solar.ts';
import { suitabilityColors } from '../model/solar-classes.ts';
import { ClassMark } from './class-mark.tsx';

/** One that is unsuitable is struck through as well. */
export const SolarMark = ({ id }: { readonly id: SolarClass }) => <ClassMark id={id} color={suitabilityColors[id]} />;
