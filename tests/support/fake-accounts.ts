/** The doors to accounts over plain arrays: for looking at their screens without a server. */
import { sampleAgencies, samplePeople } from '#catalogue/sample.ts';
import type { Problem } from '#domain/problem.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { Accounts, AccountSeen, SignedInPlace } from '#client/courier/account-doors.ts';

const HOUR_MS = 3_600_000;
const NOW = Date.parse('2024-11-21T03:00:00Z');
export const SAMPLE_CODE = 'K7MP-3XQA';

const aPlace = (device: string, label: string, hoursAgo: number, own = false): SignedInPlace => ({
  device: device.padEnd(16, 'x'),
  label,
  since: NOW - 200 * HOUR_MS,
  lastSeen: NOW - hoursAgo * HOUR_MS,
  own,
});

export const createFakeAccounts = (isOnline: () => boolean): Accounts => {
  let places = [
    aPlace('here', 'Chrome · Android', 0, true),
    aPlace('office', 'Edge · Windows', 30),
    aPlace('old', '', 150),
  ];
  let people: AccountSeen[] = samplePeople.map(({ id, fields }, index) => ({
    id,
    name: fields.name,
    title: fields.title ?? '',
    role: fields.role,
    agency: fields.agency ?? '',
    signIn: `mau.${String(index)}`,
    closed: index === 2,
    invitedUntil: index === 1 ? NOW + 72 * HOUR_MS : null,
    places: index === 0 ? places : [],
  }));
  const change = (person: string, fields: Partial<AccountSeen>) => {
    people = people.map((one) => (one.id === person ? { ...one, ...fields } : one));
  };
  const answer = <T>(value: () => T): Promise<Result<T>> =>
    Promise.resolve(isOnline() ? ok(value()) : fail<Problem>({ code: 'courier/offline' }));
  const invited = { code: SAMPLE_CODE, expires: NOW + 168 * HOUR_MS };
  return {
    own: () => answer(() => ({ signIn: 'lan.mau', places })),
    changePassword: (current) =>
      current === 'sai' ? Promise.resolve(fail<Problem>({ code: 'account/wrong-password' })) : answer(() => undefined),
    endSessions: (device) =>
      answer(() => {
        places = places.filter((place) => (device === undefined ? place.own : place.device !== device));
      }),
    ofUnit: () =>
      answer(() => ({ people, agencies: sampleAgencies.map(({ id, fields }) => ({ id, name: fields.name })) })),
    add: (person) =>
      person.signIn === 'lan.mau'
        ? Promise.resolve(fail<Problem>({ code: 'account/name-taken' }))
        : answer(() => {
            const id = `new-${person.signIn}`;
            people = [...people, { ...person, id, closed: false, invitedUntil: invited.expires, places: [] }];
            return { ...invited, signIn: person.signIn };
          }),
    invite: (person) =>
      answer(() => {
        change(person, { invitedUntil: invited.expires });
        return invited;
      }),
    endSessionsOf: (person) => answer(() => change(person, { places: [] })),
    trail: () =>
      answer(() => ({
        entries: [
          { n: 2, at: NOW, person: 'sample-officer', name: 'Lan Mẫu', what: 'sign-in', object: '', result: 'refused' },
          {
            n: 1,
            at: NOW - HOUR_MS,
            person: '',
            name: '',
            what: 'add-person',
            object: 'sample-officer',
            result: 'done',
          },
        ],
        next: null,
      })),
    setClosed: (person, closed) => answer(() => change(person, { closed, places: [] })),
  };
};
