/** The sentences of whoever administers units, in English. */
import { formatCount } from '#domain/numbers.ts';
import type { unitAdminVi } from './unit-admin-vi.ts';

const units = (n: number) => `${formatCount(n)} ${n === 1 ? 'unit' : 'units'}`;

export const unitAdminEn: typeof unitAdminVi = {
  title: 'Administer units',
  lead: 'Take a published list over, or let units merge. This needs a network; look at what follows before you do it.',
  notYours: 'Only administrators can use this page.',
  back: 'Administrative units',
  preview: 'See what follows',
  wait: 'Working…',
  picker: {
    search: (what) => `Search to choose: ${what}`,
    hint: 'Type a name, a former name or a code',
    choose: (name) => `Choose ${name}`,
    remove: (name) => `Remove ${name}`,
    none: (query) => `No unit that you administer matches “${query}”.`,
    missing: 'Choose a unit.',
  },
  list: {
    title: 'Import a list of units',
    lead: 'A JSON or CSV file with the columns code, name and, if wanted, kind, level and parent. Units are known by their official code; importing twice changes nothing.',
    source: 'Who published the list',
    sourceHint: 'For example: a resolution, an agency’s portal',
    dated: 'The list’s day',
    from: 'Holds from',
    fromHint: 'Leave empty for the list’s own day',
    under: 'The unit above the topmost ones',
    file: 'Choose the file',
    otherFile: 'Choose another file',
    reading: 'Reading the file…',
    chosen: (name, kilobytes) => `${name} · ${formatCount(kilobytes)} KB`,
    noFile: 'Choose the file of the list.',
    badKind: 'The file must be .json or .csv.',
    tooLarge: 'The file is too large. Split the list by province and import the parts.',
    unreadable: 'The file cannot be read. It must be saved as UTF-8.',
    would: 'If this list is imported',
    done: 'The list was imported',
    counts: {
      added: 'Added',
      changed: 'Name, kind or unit above changed',
      unchanged: 'As they were',
      notNamed: 'With a code but not in the list, left alone',
    },
    units,
    nothing: 'Every unit of the list is there just so; there is nothing to import.',
    submit: (added, changed) =>
      [added > 0 ? `add ${units(added)}` : '', changed > 0 ? `change ${units(changed)}` : '']
        .filter(Boolean)
        .join(', ')
        .replace(/^./u, (first) => first.toUpperCase()),
    finalNote: 'This is written for every device and cannot be undone; a mistake is put right by another list.',
    faults: (n) =>
      `The list has ${formatCount(n)} ${n === 1 ? 'fault' : 'faults'}; nothing was imported. Mend the file and choose it again.`,
    faultAt: (at, what, value) =>
      `${at.startsWith('[') ? at : `Line ${at}`}: ${what}${value === '' ? '' : ` (${value})`}`,
    moreFaults: (n) => `… and ${formatCount(n)} more`,
    fault: {
      unreadable: 'not JSON, or not in the shape of a list',
      quote: 'a quoted cell does not end',
      columns: 'the columns must be code, name and, if wanted, kind, level, parent',
      cells: 'not as many cells as columns',
      empty: 'the list is empty',
      'too-many': 'the list is too long',
      code: 'a code has two, three or five digits',
      'code-twice': 'the code stands twice',
      name: 'the name is empty or too long',
      'name-twice': 'one name twice under one unit',
      kind: 'the kind is not clear; begin the name with it, or add a column for it',
      level: 'not the level that the code says',
      parent: 'the unit above is not in the list, or does not stand above',
      ended: 'the unit of this code ended before that day',
      'later-change': 'the unit has another change after that day',
      'same-name': 'a unit of this name is there without a code; if it is the same, give it its code first',
      'not-yours': 'this unit is not yours to administer',
    },
    otherFault: 'this is not right',
  },
  merger: {
    title: 'Merge units',
    lead: 'The old units stay in the workbook with their records; from the day of the merger the new one reads them all.',
    units: 'The units that end',
    unitsMissing: 'Choose at least one unit.',
    into: 'Carried on by',
    intoNew: 'A new unit',
    intoKnown: 'One that is there',
    name: 'Name of the new unit',
    nameHint: 'With its kind, for example: Phường Mẫu',
    kind: 'Kind',
    code: 'Official code',
    optional: 'May be left empty',
    parent: 'The unit above the new one',
    parentHint: 'Left empty, it is the one above all the old ones.',
    known: 'The unit that carries on',
    from: 'From',
    fromHint: 'The first day of the unit that carries on',
    would: 'If they merge',
    ends: (names, last) => `${names}: ends with ${last}.`,
    carriesOn: (name, from, above) => `${name} carries on from ${from}${above ? `, below ${above}` : ''}.`,
    below: (n, names) => `${units(n)} below ${n === 1 ? 'moves' : 'move'} to the new one: ${names}.`,
    people: (n) =>
      n === 0
        ? 'There is no account in the old units.'
        : `${formatCount(n)} ${n === 1 ? 'account stays' : 'accounts stay'} in the old units until moved on the server (move-person).`,
    records: 'Records keep the unit they were made in; unsent work of the old units is still accepted.',
    finalNote: 'This cannot be undone. Check names and day before you press.',
    submit: (n) => `Merge ${units(n)}`,
    done: (name) => `Merged. Carried on by: ${name}.`,
    open: 'Open the unit',
  },
};
