/** The sentences about units in the course of time, in English. */
import { formatCount } from '#domain/numbers.ts';
import type { unitsVi } from './units-vi.ts';

const units = (n: number) => `${formatCount(n)} ${n === 1 ? 'unit' : 'units'}`;

export const unitsEn: typeof unitsVi = {
  title: 'Administrative units',
  search: 'Find a unit',
  searchHint: 'Name, former name or code',
  found: (n) => (n === 0 ? 'No unit found' : units(n)),
  notFound: (query) => `No unit has the name or code “${query}”.`,
  ownPlace: 'Your place',
  fromTheTop: 'From the top down',
  chooseOne: 'Choose a unit to see its names, what it reports to, and the units before it.',
  count: (n) => `${units(n)} on this device.`,
  source: (source, day, n) => `List: ${source}, of ${day}, ${units(n)}.`,
  own: 'Your unit',
  code: (code) => `code ${code}`,
  formerly: (name) => `formerly ${name}`,
  endedOn: (day) => `ended on ${day}`,
  nowIn: (name) => `now in ${name}`,
  endedNote:
    'This unit has ended. Records keep its name; the unit that carries on its work reads them, and what is unsent is still accepted.',
  endedOwn: 'You are still in this unit: ask the administrator to move your account to the one that carries it on.',
  names: 'What it was called',
  name: 'Name',
  validity: 'Valid',
  days: (from, until) => {
    if (from === '') return until === '' ? 'to this day' : `until ${until}`;
    return until === '' ? `from ${from}` : `${from} – ${until}`;
  },
  since: (day) => `from ${day}`,
  carriesOn: 'Carries on the work of',
  carriesOnNote: 'Lists and figures of this unit include what was recorded in the units below.',
  carriedOnBy: 'Its work is carried on by',
  above: 'Reports to',
  belowTitle: 'Units below',
  below: (n) => (n === 0 ? 'none below' : units(n)),
  madeIn: (unit) => `recorded in ${unit}`,
  keptAsMade: 'Recorded in a unit before the merger: it can be read, not changed here.',
  plansCarriedOn: 'Of the units before the merger',
  filter: 'Unit',
  open: {
    fromMore: 'See the work of units below',
    below: 'Units below',
    belowLead: 'Choose or find a unit to see its work.',
    title: 'This unit’s work',
    lead: 'See its plans, indicators, tasks, activities, figures and registers as its own people do. Read only; nothing is kept on this device.',
    noted: 'The server notes that you opened it.',
    button: 'Open its work',
    opening: 'Loading from the server…',
    offline:
      'This needs a connection: the work of another unit is not kept on this device. Without one you can still look through the units and go on with your own unit’s work.',
    cut: 'The server could not be reached, or the connection broke on the way. Try again when the connection is better.',
    forbidden: 'Your account may not see this unit’s work.',
    notFound: 'The server does not find this unit below yours; the list may just have changed.',
    strip: 'Another unit’s work',
    of: (unit) => `You are looking at: ${unit}`,
    asOf: (time, day) => `Read only, from the server at ${time}, ${day}`,
    refresh: 'Refresh',
    refreshing: 'Asking the server…',
    refreshed: 'There was something new.',
    same: 'Nothing new.',
    stillOld: 'The server could not be reached; this is what was there before.',
    close: 'Close',
  },
};
