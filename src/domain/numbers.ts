/**
 * Numbers as they are written in Vietnamese: 1.234,5. What a person typed is read by typed-numbers.ts; what is written here
 * reads back as it was.
 */

/** Every digit and no exponent: "0.0000001", not "1e-7". */
const plain = (value: number): string => {
  const [mantissa = '', exponent] = String(value).split('e');
  if (exponent === undefined) return mantissa;
  if (Number(exponent) > 0) return BigInt(value).toString();
  return `0.${'0'.repeat(-Number(exponent) - 1)}${mantissa.replace('.', '')}`;
};

const written = (value: number, decimals: number | undefined, group: boolean): string => {
  const size = Math.abs(value);
  const text = decimals === undefined ? plain(size) : plain(Number(size.toFixed(decimals)));
  const [whole = '', fraction] = text.split('.');
  const grouped = group ? whole.replace(/\B(?=(?:\d{3})+$)/gu, '.') : whole;
  const unsigned = fraction === undefined ? grouped : `${grouped},${fraction}`;
  return value < 0 && /[1-9]/u.test(text) ? `-${unsigned}` : unsigned;
};

/** "1.234,5"; rounded to at most `decimals` places when they are given, exact otherwise. */
export const formatNumber = (value: number, decimals?: number): string => written(value, decimals, true);

/** As it stands in a field that is being edited: without group marks, so that it is read back as it was. */
export const editableNumber = (value: number): string => written(value, undefined, false);

/** "99,6%". Rounded for the eye only; judging uses the exact value. */
export const formatPercent = (value: number, decimals = 2): string => `${formatNumber(value, decimals)}%`;

export const formatCount = (value: number): string => formatNumber(value, 0);

/** As the documents print small counts: 4 is "04". */
export const paddedCount = (value: number): string => (value < 10 ? `0${formatCount(value)}` : formatCount(value));
