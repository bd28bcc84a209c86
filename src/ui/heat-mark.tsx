import { type HeatClass, heatColors } from '../model/heat.ts';
import { ClassMark } from './class-mark.tsx';

/** Hatched where the picture is. */
export const HeatMark = ({ id }: { readonly id: HeatClass }) => <ClassMark id={id} color={heatColors[id]} />;
