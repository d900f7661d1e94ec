/** The catalogue's words and the workbook's names, as the texts need them to say a record in words. */
import { activityTypes } from '#catalogue/activity-types.ts';
import { outputs } from '#catalogue/outputs.ts';
import { registerCodes } from '#catalogue/register-codes.ts';
import { topics } from '#catalogue/topics.ts';
import { createNames } from '#client/state/names.ts';
import type { Workbook } from '#client/state/workbook.ts';
import type { RecordWords } from '#client/texts/record-words.ts';

export const createRecordWords = (workbook: Workbook): RecordWords => ({
  types: activityTypes,
  outputs,
  topics,
  codes: registerCodes,
  nameOf: createNames(workbook),
});
