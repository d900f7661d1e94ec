/** The sentences about exchange files in English. */
import { formatCount } from '#domain/numbers.ts';
import type { FilesTexts } from './files-vi.ts';

const many = (n: number, one: string, more: string) => `${formatCount(n)} ${n === 1 ? one : more}`;
const changes = (n: number) => many(n, 'change', 'changes');

export const filesEn: FilesTexts = {
  files: {
    title: 'Exchange by file',
    lead: 'Send and receive without a network: by a file on a USB stick or in Zalo.',
    sealed: 'The file is sealed: whoever carries it cannot read it, change it, or see whose it is.',
    back: 'Back to what waits',
    here: 'This device',
    carrier: 'A carrier',
    server: 'The server',
    backHere: 'Back here',

    make: '1. Make the outgoing file',
    makeWaiting: (n) => `The file will hold ${changes(n)} not sent yet.`,
    makeNothing: 'Nothing waits. The file can still ask the server for what is new.',
    makeButton: 'Make the file',
    makeAgain: 'Make a new file',
    making: 'Making the file…',
    made: (n, size) => `${n === 0 ? 'Asks for news' : changes(n)} · ${size}`,
    madeNote: 'Records stay on this device, marked “On device”, until the reply is taken.',
    inOrder: (n) => `Too much for one: ${formatCount(n)} files. Deliver them in their order, from file 1.`,
    notYet: (n) =>
      `${changes(n)} cannot go yet, because the server was never heard of there. Take the reply, then make another file.`,
    save: 'Save the file',
    share: 'Share',
    shareNote: 'A shared file gets .txt at its end, so that Zalo takes it. Leave the name as it is.',
    shareFailed: 'This device cannot share the file. Save it, and send it from your downloads.',

    give: '2. Give the file to someone with a network',
    giveBody:
      'Copy it to a USB stick or send it by Zalo to anyone who uses the workbook on the same server. They open this page, “Carry for someone else”, and choose the file.',
    giveServer: 'Whoever keeps the server can take it as well.',
    giveTwice: 'Delivering it twice, or sending by network later, does no harm: the server takes each change once.',

    take: '3. Take the reply',
    takeBody: 'Whoever carried it gives a file back. Open that file on this very device.',
    takeButton: 'Choose the reply',
    taking: 'Taking it…',
    acknowledged: (taken, all) =>
      taken === all
        ? `The server has taken all: ${changes(all)}.`
        : `The server has taken ${formatCount(taken)} of ${changes(all)} in this file.`,
    missing: 'The rest needs the file before it: deliver that one first, then this one again.',
    received: (n) =>
      n === 0 ? 'This device was up to date by then.' : `${many(n, 'new record', 'new records')} came down.`,
    more: 'The server has more than fitted. Make another file for the rest.',
    stale: 'A part of the reply was older than what is on this device, and was left out. Nothing is lost.',
    refusedSome: 'Some records need to be corrected. See what waits.',

    madeBefore: 'Files made',
    noteLine: (n) => (n === 0 ? 'asks for news' : changes(n)),
    answered: 'Reply taken',
    unanswered: 'No reply yet',

    carry: 'Carry for someone else',
    carryBody:
      'Someone without a network gave you an outgoing file? Choose it here; this device hands it to the server.',
    carryNote: 'You do not see what is in it. The work bears the name of whoever made the file, not yours.',
    carryButton: 'Choose the file to deliver',
    carrying: 'Delivering…',
    carried: 'The server has it. Save the reply and give it back to whoever asked you.',
    carryOffline: 'This device has no network now. Keep the file, and deliver it here once it has.',
    faults: {
      empty: 'This file is empty. Ask for it again.',
      'too-large': 'This file is larger than any of the workbook’s. Choose one that ends in .stbg.',
      'not-ours': 'This is no file of the workbook. Choose one that ends in .stbg.',
      damaged: 'The file was damaged on its way. Ask for the original, or make a new one.',
      newer: 'The file was made by a newer app. Update the app and choose it again.',
      'is-reply': 'This is a reply. Open it at step 3, on the device that made the outgoing file.',
      'is-request': 'This is an outgoing file. To deliver it, choose it under “Carry for someone else”.',
      'other-server': 'This file is for another server. Give it to someone who uses the server of whoever made it.',
      'unknown-device':
        'The server does not know the device that made this file. Whoever made it signs in again when online, and makes a new one.',
      'author-closed': 'The account of whoever made this file is closed. They ask the administrator.',
      'other-workbook':
        'This reply belongs to another workbook. Open it on the device, and in the workbook, that made the outgoing file.',
      'no-key': 'This device has no key to seal with yet. It gets one when the workbook is opened online once.',
    },
  },
};
