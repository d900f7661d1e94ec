/**
 * Records as communes keep them: activities of 700–900 bytes of JSON, and readings under their natural keys, in the order
 * in which people write them and with stamps as people's hands make them.
 */
import type { Change, Value, Values } from '#domain/change.ts';
import { readingId } from '#domain/records/measure.ts';
import { createChance, type Chance } from './chance.ts';
import { lettersOf, sentence, titleOf, villages } from './words.ts';

const LEAST_BYTES = 700;
const MOST_BYTES = 900;
const FIRST_DAY = Date.UTC(2022, 0, 3, 2);
export const DAY_MS = 86_400_000;

export interface MadeRecord extends Change {
  /** When it was written. */
  readonly ms: number;
  /** Who wrote it: a replica, counted from 1. */
  readonly alias: number;
}

const types = ['conference', 'talk', 'club-meeting', 'launch', 'anniversary', 'seminar', 'dialogue', 'contest'];
const outputs = ['session', 'news-item', 'leaflet', 'banner', 'broadcast'];
const topics = ['violence', 'education', 'economy', 'health'];
export const agencies = ['womens-union', 'finance', 'justice', 'police', 'health', 'school', 'commune'].map(
  (key) => `sample-agency-${key}`,
);

/** The record as one line of JSON with nothing of the protocol in it: what the bytes of the wire are compared with. */
export const bareLine = ({ id, values }: Change): string => JSON.stringify({ id, ...values });

export const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** However many there are, they are three years' work. */
const ALL_OF_IT_MS = 3 * 365 * DAY_MS;

const activityValues = (chance: Chance, ms: number, agency: string): Values => {
  const from = dayOf(ms - chance.between(0, 5) * DAY_MS);
  const female = chance.between(8, 160);
  const values: Record<string, Value> = {
    $c: true,
    title: titleOf(chance),
    type: chance.oneOfOften(types),
    from,
    to: from,
    place: `Nhà văn hóa thôn ${chance.one(villages)}`,
    female,
    male: chance.between(3, 120),
    minority: chance.between(0, female),
    agency,
  };
  for (const output of outputs) if (chance.next() < 0.3) values[`outputs/${output}`] = chance.between(1, 300);
  for (const topic of topics) if (chance.next() < 0.3) values[`topics/${topic}`] = true;
  values[`tasks/001.task.IV.${String(chance.between(1, 6))}.${String(chance.between(1, 4))}`] = true;
  const aim = chance.between(LEAST_BYTES + 30, MOST_BYTES - 130);
  let narrative = sentence(chance);
  const bytes = (): number => Buffer.byteLength(JSON.stringify({ ...values, narrative }));
  while (bytes() < aim) narrative = `${narrative} ${sentence(chance)}`;
  while (bytes() > MOST_BYTES - 40) narrative = narrative.slice(0, -20);
  values['narrative'] = narrative;
  return values;
};

export const makeActivities = (count: number, seed = 20_241_115): readonly MadeRecord[] => {
  const chance = createChance(seed);
  let ms = FIRST_DAY;
  return Array.from({ length: count }, () => {
    ms += chance.between(1, Math.floor((2 * ALL_OF_IT_MS) / count));
    const writer = chance.between(0, 4);
    const values = activityValues(chance, ms, agencies[writer] ?? '');
    return { table: 'activity', id: chance.id(16), values, ms, alias: writer + 1 };
  });
};

export interface ReadingOptions {
  /** Half of them name where the figure comes from, in 40 letters. */
  readonly withNotes: boolean;
}

const splitFigures = (chance: Chance): Values => {
  const [female, male] = [chance.between(0, 400), chance.between(0, 400)];
  const numerator = female + male;
  return {
    numerator,
    denominator: numerator + chance.between(0, 600),
    female: { numerator: female },
    male: { numerator: male },
  };
};

/** By month, agency and measure, as a commune's registers are read off. */
export const makeReadings = (count: number, { withNotes }: ReadingOptions, seed = 8_032_024): readonly MadeRecord[] => {
  const chance = createChance(seed);
  const notes = createChance(seed + 1);
  const measures = Array.from(
    { length: 28 },
    (_, index) => `001.measure.${String(1 + (index >> 2))}.${String(1 + (index & 3))}-1`,
  );
  const unit = 'sample-commune';
  const made: MadeRecord[] = [];
  let ms = FIRST_DAY;
  for (let month = 0; made.length < count; month += 1) {
    const period = `${String(2000 + Math.floor(month / 12))}-${String(1 + (month % 12)).padStart(2, '0')}`;
    for (const agency of agencies) {
      for (const measure of measures) {
        if (made.length === count) return made;
        ms += chance.between(8_000, 90_000) + (chance.next() < 0.1 ? chance.between(600_000, 9_000_000) : 0);
        const key = { measure, unit, agency, period };
        const nothing = chance.next() < 0.08;
        const note = lettersOf(notes, 40);
        made.push({
          table: 'reading',
          id: readingId(key),
          values: {
            $c: true,
            ...key,
            ...(nothing ? { nothing } : splitFigures(chance)),
            ...(withNotes && notes.next() < 0.5 ? { source: note } : {}),
          },
          ms,
          alias: 1 + agencies.indexOf(agency),
        });
      }
    }
  }
  return made;
};
