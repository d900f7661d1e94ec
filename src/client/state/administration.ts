/** What a screen asks of an administrator's doors and is told by them; the doors themselves are the workbook's `online`. */
export type { ImportedUnits, MergerPreview, SentUnitList, UnitMerger } from '#client/courier/administration-doors.ts';
