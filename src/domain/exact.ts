/**
 * Sums and quotients of numbers as they were typed: 0,3 of 0,1 is 3, and 0,1 with 0,2 is 0,3.
 *
 * A binary fraction misses most decimals by a hair, and a hair decides whether a target is reached. So decimals are
 * counted in whole units of their last place first. Exact while those stay below 2^53, as every count of people does.
 */

/** How many decimal places a number is written with: 2 for 1,25; 7 for 0,0000001. */
const places = (value: number): number => {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  return Math.max((mantissa.split('.')[1] ?? '').length - Number(exponent), 0);
};

const unitsOf = (values: readonly number[]): readonly [units: readonly number[], unit: number] => {
  const unit = 10 ** Math.max(...values.map(places), 0);
  return [values.map((value) => Math.round(value * unit)), unit];
};

export const addExactly = (...values: readonly number[]): number => {
  const [units, unit] = unitsOf(values);
  return units.reduce((total, value) => total + value, 0) / unit;
};

/** numerator × per / denominator; the denominator is not 0. */
export const shareExactly = (numerator: number, denominator: number, per: number): number => {
  const [[part = 0, whole = 1]] = unitsOf([numerator, denominator]);
  return (part * per) / whole;
};
