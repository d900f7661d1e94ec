/** Measures and readings of the sample's commune, as its officer writes them. */
import type { Operation } from '#sync/mutation.ts';

export const FIGURE = 48_213;

export const aMeasure = (id: string): Operation => [
  'measure',
  id,
  0,
  {
    $c: true,
    plan: '001.plan',
    indicator: 'i',
    title: id,
    kind: 'count',
    better: 'lower',
    source: 'own-register',
    order: '001V',
  },
];

export const aReading = (measure: string, agency = 'sample-agency-commune'): Operation => {
  const key = { measure, unit: 'sample-commune', agency, period: '2024' };
  return ['reading', Object.values(key).join('~'), 0, { $c: true, ...key, numerator: FIGURE }];
};
