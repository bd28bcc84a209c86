/** Columns to an EXT_structural_metadata schema: the narrowest type that keeps every value. */

import { solarClasses } from '../../model/solar.ts';
import { surfaceKinds } from '../../model/surface-kind.ts';
import type { ColumnFacts, Columns } from './attributes.ts';

export type ComponentType = 'INT8' | 'UINT8' | 'INT16' | 'UINT16' | 'INT32' | 'UINT32' | 'FLOAT32' | 'FLOAT64';

/** One property as it is written: `attribute` is its name in the source. */
export type ColumnPlan = {
  readonly property: string;
  readonly attribute: string;
} & (
  | { readonly kind: 'id' }
  | { readonly kind: 'string' }
  | { readonly kind: 'number'; readonly component: ComponentType; readonly noData: number | undefined }
  | {
      readonly kind: 'enum';
      readonly component: 'UINT8' | 'UINT16';
      readonly codes: ReadonlyMap<string, number>;
      readonly noData: number | undefined;
    }
);

export interface MetadataPlan {
  /** Every table of the plan has all of them: validators expect each property of a class. */
  readonly columns: readonly ColumnPlan[];
  /** Whether tiles have a table of surfaces too. */
  readonly hasSurfaces: boolean;
  /** Whether those say what sun they get. */
  readonly hasSun: boolean;
  /** The glTF schema object. */
  readonly schema: Record<string, unknown>;
}

const limits: readonly (readonly [ComponentType, number, number])[] = [
  ['UINT8', 0, 255],
  ['INT8', -128, 127],
  ['UINT16', 0, 65535],
  ['INT16', -32768, 32767],
  ['UINT32', 0, 4294967295],
  ['INT32', -2147483648, 2147483647],
];
/** Name of the enumeration value for "no value". */
const NO_VALUE = '(none)';
/** Of surfaces that are no roof. */
export const [NO_ROOF, NO_IRRADIATION, NO_SUITABILITY] = [0xffffffff, 0xffff, 0xff] as const;
/** Stands for "no value" among texts, and for the empty text: a column may not be without a single byte. */
export const NO_TEXT = 'null';

/** A number below all values, for "no value". */
function missingFloat(minimum: number): number {
  return [-9999, -16777215].find((value) => value < minimum) ?? -3.4028234663852886e38;
}

function planNumbers(facts: ColumnFacts, hasGaps: boolean): { component: ComponentType; noData: number | undefined } {
  if (facts.fractions === 0) {
    for (const [component, low, high] of limits) {
      if (facts.minimum < low || facts.maximum > high) continue;
      if (!hasGaps) return { component, noData: undefined };
      if (facts.maximum < high) return { component, noData: high };
      if (facts.minimum > low) return { component, noData: low };
    }
  }
  const component = facts.needsDouble || Math.max(-facts.minimum, facts.maximum) > 16777216 ? 'FLOAT64' : 'FLOAT32';
  return { component, noData: hasGaps ? missingFloat(facts.minimum) : undefined };
}

function planEnum(texts: readonly string[], hasGaps: boolean) {
  const codes = new Map(texts.map((text, code) => [text, code]));
  const component: 'UINT8' | 'UINT16' = texts.length < 255 ? 'UINT8' : 'UINT16';
  return { kind: 'enum' as const, component, codes, noData: hasGaps ? texts.length : undefined };
}

function planColumn(facts: ColumnFacts, buildings: number) {
  const hasGaps = facts.present < buildings;
  // Not the type BOOLEAN: loaders.gl 4.5 throws on it, and it has no "no value".
  if (facts.present > 0 && facts.booleans === facts.present) return planEnum(['false', 'true'], hasGaps);
  if (facts.present > 0 && facts.integers + facts.fractions === facts.present)
    return { kind: 'number' as const, ...planNumbers(facts, hasGaps) };
  const { texts } = facts;
  // An enumeration's name may not be the empty text, which stands for "no value".
  if (facts.strings === facts.present && texts && texts.size > 0 && texts.size * 4 <= facts.present && !texts.has(''))
    return planEnum([...texts.keys()].sort(), hasGaps);
  return { kind: 'string' as const };
}

/** Property names are restricted to letters, digits and underscores; equal ones get a number. */
function nameProperties(names: readonly string[]): Map<string, string> {
  const taken = new Set(['id']);
  const properties = new Map<string, string>();
  for (const name of names) {
    const plain = name.replace(/[^a-zA-Z0-9_]/g, '_').replace(/^(?=[0-9])|^$/, '_');
    let property = plain;
    for (let n = 2; taken.has(property); n++) property = `${plain}_${n}`;
    taken.add(property);
    properties.set(name, property);
  }
  return properties;
}

function describeColumn(plan: ColumnPlan): Record<string, unknown> {
  const name = plan.attribute === plan.property ? {} : { name: plan.attribute };
  if (plan.kind === 'id')
    return { ...name, type: 'STRING', required: true, ...(plan.property === 'id' ? { semantic: 'ID' } : {}) };
  if (plan.kind === 'string') return { ...name, type: 'STRING', noData: NO_TEXT };
  if (plan.kind === 'enum')
    return {
      ...name,
      type: 'ENUM',
      enumType: `${plan.property}_values`,
      ...(plan.noData === undefined ? {} : { noData: NO_VALUE }),
    };
  return {
    ...name,
    type: 'SCALAR',
    componentType: plan.component,
    ...(plan.noData === undefined ? {} : { noData: plan.noData }),
  };
}

function describeEnum(plan: ColumnPlan & { kind: 'enum' }) {
  const values = Array.from(plan.codes, ([name, value]) => ({ name, value }));
  if (plan.noData !== undefined) values.push({ name: NO_VALUE, value: plan.noData });
  return { valueType: plan.component, values };
}

/** Surfaces: slope 0° flat and looking up, 90° upright, 180° looking down; azimuth clockwise from true north. */
const surfaceClass = {
  name: 'Surface',
  properties: {
    type: {
      type: 'ENUM',
      enumType: 'surfaceType',
      required: true,
      description: 'CityJSON semantic type; by direction where the source has none.',
    },
    slope: {
      type: 'SCALAR',
      componentType: 'FLOAT32',
      required: true,
      description: 'Degrees between the normal and the vertical: 0 flat roof, 90 wall, 180 looking down.',
    },
    azimuth: {
      type: 'SCALAR',
      componentType: 'FLOAT32',
      noData: -1,
      description: 'Degrees clockwise from true north of the horizontal part of the normal; none where horizontal.',
    },
    area: {
      type: 'SCALAR',
      componentType: 'FLOAT32',
      required: true,
      description: 'Square metres, measured in the surface.',
    },
  },
};

/** Beside those where sun on roofs was computed. */
const sunProperties = {
  roof: {
    type: 'SCALAR',
    componentType: 'UINT32',
    noData: NO_ROOF,
    description: 'Row of the roof plane in solar/roofs.json.',
  },
  irradiation: {
    type: 'SCALAR',
    componentType: 'UINT16',
    noData: NO_IRRADIATION,
    description: 'Sun in the plane of the roof, shade counted: kWh/m² a year.',
  },
  suitability: {
    type: 'ENUM',
    enumType: 'roofSuitability',
    noData: NO_VALUE,
    description: 'For solar panels.',
  },
};

const roofSuitability = {
  valueType: 'UINT8',
  values: [...solarClasses.map((name, value) => ({ name, value })), { name: NO_VALUE, value: NO_SUITABILITY }],
};

const surfaceType = { valueType: 'UINT8', values: surfaceKinds.map((kind, value) => ({ name: kind, value })) };

const surfaceClassWith = (hasSun: boolean) =>
  hasSun ? { ...surfaceClass, properties: { ...surfaceClass.properties, ...sunProperties } } : surfaceClass;

function toPlan(columns: readonly ColumnPlan[], name: string, hasSurfaces: boolean, hasSun: boolean): MetadataPlan {
  const enums = columns.filter((plan) => plan.kind === 'enum');
  return {
    columns,
    hasSurfaces,
    hasSun,
    schema: {
      id: `tweelingstad_${name}`,
      classes: {
        building: {
          name: 'Building',
          properties: Object.fromEntries(columns.map((plan) => [plan.property, describeColumn(plan)])),
        },
        ...(hasSurfaces ? { surface: surfaceClassWith(hasSun) } : {}),
      },
      enums: {
        ...Object.fromEntries(enums.map((plan) => [`${plan.property}_values`, describeEnum(plan)])),
        ...(hasSurfaces ? { surfaceType } : {}),
        ...(hasSurfaces && hasSun ? { roofSuitability } : {}),
      },
    },
  };
}

/**
 * Plans the tables of `buildings` buildings with these columns, by level: boxes have ids and what is short (whole numbers,
 * enumerations), prisms all but texts, full detail everything, and surfaces (those of boxes
 * and prisms are not the building's own), with the sun on them where that was computed.
 */
export function planMetadata(
  columns: Columns,
  buildings: number,
  hasSun = false,
): readonly [MetadataPlan, MetadataPlan, MetadataPlan] {
  const names = [...columns.keys()].filter((name) => (columns.get(name) as ColumnFacts).present > 0);
  const properties = nameProperties(names);
  const plans: ColumnPlan[] = [{ property: 'id', attribute: 'id', kind: 'id' }];
  for (const name of names) {
    const facts = columns.get(name) as ColumnFacts;
    const common = { property: properties.get(name) as string, attribute: name };
    if (facts.isId && facts.present === buildings) plans.push({ ...common, kind: 'id' });
    else plans.push({ ...common, ...planColumn(facts, buildings) });
  }
  const withoutTexts = plans.filter(({ kind }) => kind !== 'string');
  const short = withoutTexts.filter((plan) => plan.kind !== 'number' || !plan.component.startsWith('FLOAT'));
  return [
    toPlan(short, 'box', false, hasSun),
    toPlan(withoutTexts, 'prism', false, hasSun),
    toPlan(plans, 'full', true, hasSun),
  ];
}

/** Attributes that have no value anywhere: they are in no table. */
export const listEmpty = (columns: Columns): string[] =>
  [...columns].filter(([, facts]) => facts.present === 0).map(([name]) => name);
