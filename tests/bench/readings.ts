/** (e) What a reading weighs on the wire: its natural key, its figures and its stamp. */
import { recordPull, bodyBytes } from './first-sync.ts';
import { openPlace } from './place.ts';
import { makeReadings } from './records.ts';
import type { Measured } from './report.ts';
import type { Options } from './options.ts';

const READINGS = 10_000;
const GOAL = { atMost: 20 };

const bytesEach = async (options: Options, withNotes: boolean): Promise<number> => {
  const bytesOf = async (count: number): Promise<number> => {
    const place = await openPlace({ records: makeReadings(count, { withNotes }), pages: options.pages });
    try {
      const check = (received: number): void => {
        if (received !== count) throw new Error(`received ${String(received)} of ${String(count)}`);
      };
      return bodyBytes(await recordPull(place, check, 'reading'));
    } finally {
      await place.close();
    }
  };
  return (await bytesOf(READINGS)) / READINGS;
};

export const benchReadings = async (options: Options): Promise<readonly Measured[]> => {
  options.say('e: readings');
  const without = await bytesEach(options, false);
  const withNotes = await bytesEach(options, true);
  const what = `a reading, of ${String(READINGS)}`;
  return [
    { bench: 'e', what: `${what}, without notes`, value: without, unit: 'bytes', goal: GOAL },
    { bench: 'e', what: `${what}, half of them with a source note of 40 letters`, value: withNotes, unit: 'bytes' },
  ];
};
