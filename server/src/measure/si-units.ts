/** A physical unit: what it measures, and its size in the first unit of that. */
interface Size {
  readonly kind: string;
  readonly factor: number;
}

/**
 * What is measured, and each unit with its size in the first one. Case counts in symbols (MW, mW) and not in words. They stay
 * counted nouns, which go with any count, and convert among themselves: by the SI brochure (BIPM, 9th edition), and
 * the non-SI units that it accepts.
 */
const TABLE: readonly (readonly [kind: string, units: string])[] = [
  ['length', 'm=1 mm=1e-3 cm=1e-2 km=1e3 meter=1 metre=1 centimeter=1e-2 centimetre=1e-2 kilometer=1e3 kilometre=1e3'],
  ['mass', 'kg=1 mg=1e-6 g=1e-3 t=1e3 kt=1e6 Mt=1e9 gram=1e-3 kilogram=1 ton=1e3 tonne=1e3 kilotonne=1e6'],
  ['power', 'W=1 mW=1e-3 kW=1e3 MW=1e6 GW=1e9 watt=1 kilowatt=1e3 megawatt=1e6 gigawatt=1e9'],
  ['energy', 'Wh=1 kWh=1e3 MWh=1e6 GWh=1e9 TWh=1e12'],
  ['volume', 'l=1 L=1 ml=1e-3 mL=1e-3 cl=1e-2 hl=1e2 m3=1e3 m³=1e3 liter=1 litre=1 milliliter=1e-3 millilitre=1e-3'],
  ['area', 'm2=1 m²=1 ha=1e4 km2=1e6 km²=1e6 hectare=1e4'],
];

const sizes = new Map<string, Size>();
for (const [kind, units] of TABLE) {
  for (const entry of units.split(' ')) {
    const [name = '', factor] = entry.split('=');
    const size = { kind, factor: Number(factor) };
    sizes.set(name, size);
    if (name.length > 3) sizes.set(`${name}s`, size);
  }
}

/**
 * How much bigger the physical unit that one counted noun begins with is than that of another: `km` against `m` is 1000, and so
 * is `t CO2` against `kg CO2`. Null where the two measure different things (`km`, `kg`). 1 where one of them is no physical
 * unit, or what stands behind the units differs.
 */
export function sizeBetween(a: string, b: string): number | null {
  const [one, other] = [partsOf(a), partsOf(b)];
  if (one.size === undefined || other.size === undefined) return 1;
  if (one.size.kind !== other.size.kind) return null;
  return one.rest === other.rest || one.rest === '' || other.rest === '' ? one.size.factor / other.size.factor : 1;
}

/** Whether a counted noun begins with a physical unit: `km`, `t CO2`. */
export const isPhysical = (noun: string): boolean => partsOf(noun).size !== undefined;

function partsOf(noun: string): { readonly size: Size | undefined; readonly rest: string } {
  const space = noun.indexOf(' ');
  const name = space < 0 ? noun : noun.slice(0, space);
  const size = sizes.get(name) ?? (name.length > 3 ? sizes.get(name.toLowerCase()) : undefined);
  return { size, rest: space < 0 ? '' : noun.slice(space + 1).toLowerCase() };
}
