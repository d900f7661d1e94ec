/**
 * A whole year of Đồng Tuyển, 2024: some four hundred activities, three rows in each register, and a reading of every measure that
 * takes one. Invented, and the same wherever it is made; people stand by their offices.
 */
import type { Change } from '#domain/change.ts';
import { changedValues } from '#domain/values.ts';
import { pack } from './pack.ts';
import { yearActivities } from './sample-year/activities.ts';
import { yearReadings } from './sample-year/readings.ts';
import { yearRegisters } from './sample-year/registers.ts';

const yearChanges = (): readonly Change[] => [
  ...yearActivities().map(({ id, fields }): Change => ({
    table: 'activity',
    id,
    values: changedValues('activity', undefined, fields),
  })),
  ...yearReadings().map(({ id, fields }): Change => ({
    table: 'reading',
    id,
    values: changedValues('reading', undefined, fields),
  })),
  ...yearRegisters().map(({ table, id, fields }): Change => ({
    table,
    id,
    values: changedValues<typeof table>(table, undefined, fields),
  })),
];

/** As mutations, as if the officer had written them one after the other. */
export const mutationsOfYear = (): readonly (readonly Change[])[] => pack(yearChanges());
