/** One sentence a problem, in English. */
import { formatDate, formatPartialDate } from '#domain/dates.ts';
import { editableNumber, formatCount, formatNumber } from '#domain/numbers.ts';
import { screensEn } from './screens-en.ts';
import { sentenceOf, wordOfField, type ProblemTexts } from './problems.ts';

export const problemsEn: ProblemTexts = {
  'field/required': () => 'Empty. Fill in this field.',
  'field/too-long': (p) => `Too long. Use at most ${formatCount(p.max)} characters.`,
  'field/not-a-count': () => 'Enter a whole number of 0 or more, such as 38 or 1.234.',
  'field/not-a-number': () => 'Enter a number with a comma for decimals, such as 61,3.',
  'field/ambiguous-number': (p) =>
    `This can be read in two ways: ${p.readings.map((n) => formatNumber(n)).join(' or ')}. Type ${p.readings.map(editableNumber).join(' or ')}.`,
  'field/negative': () => 'There are no negative numbers here. Enter a number of 0 or more.',
  'field/number-meant': (p) =>
    `Only digits, written as in 1.234,5. If you mean ${formatNumber(p.reading)}, type ${editableNumber(p.reading)}.`,
  'field/too-precise': (p) => `So many digits would be rounded when saved. Use at most ${formatCount(p.max)} digits.`,
  'field/date-meant': (p) =>
    `Write day/month/year in full. If it is ${p.readings.map(formatDate).join(' or ')}, type it just so.`,
  'text/cleaned': (p) =>
    `${formatCount(p.count)} hidden or broken characters were taken out; what can be seen is as it was.`,
  'text/lines-joined': () => 'This field has one line, so the lines were joined with spaces.',
  'text/other-encoding': (p) =>
    `This seems to be in an old encoding and reads “${p.reading}”. If so, type it anew; nothing was changed.`,
  'field/not-a-date': () => 'Enter a day that exists as day/month/year, such as 15/11/2024.',
  'field/not-a-year': () => 'Enter a year in four digits, such as 2025.',
  'field/unknown-value': () => 'This value is not in the list. Choose again.',
  'field/too-large': (p) => `Too large. Enter a number of at most ${formatCount(p.max)}.`,
  'activity/ends-before-start': () => 'The last day is before the first. Correct one of them.',
  'activity/date-out-of-range': (p) => `Choose a day between ${formatDate(p.from)} and ${formatDate(p.to)}.`,
  'activity/minority-exceeds-total': (p) =>
    `More people of ethnic minorities than people (${formatCount(p.total)}). Correct one of the numbers.`,
  'reading/numerator-exceeds-denominator': () => 'The part is larger than the whole. Correct one of the numbers.',
  'reading/zero-denominator': () => 'Nothing can be divided by 0. Correct the number, or tick “Nothing arose”.',
  'reading/split-differs': (p) =>
    `Female and male add up to ${formatNumber(p.found)}, not ${formatNumber(p.expected)}. Make them agree.`,
  'reading/nothing-with-figures': () => 'With “Nothing arose”, leave the figures empty, or untick it.',
  'reading/wrong-period': () => 'This period does not fit the measure. Choose another.',
  'reading/guarded': () => 'This figure is guarded: it is neither entered nor kept on a device.',
  'reading/outlier': (p) =>
    `Last time it was ${formatNumber(p.previous)}; this differs about ${formatCount(p.times)} times. Check it; if it is right, give a reason and save.`,
  'reading/period-not-begun': (p) =>
    `This period begins on ${formatDate(p.from)}; there is nothing to count yet. Choose another.`,
  'reading/part-exceeds': (p) => `A group is larger than its whole (${formatNumber(p.total)}). Correct one of them.`,
  'reading/conditions-differ': (p) =>
    `With these counts, ${formatNumber(p.least)} to ${formatNumber(p.most)} can meet all conditions. Make them agree.`,
  'reading/bodies-differ': (p) =>
    `The list has ${formatCount(p.found)} names, but the number is ${formatNumber(p.expected)}. Make them agree.`,
  'reading/points-elsewhere': () =>
    'This measure has its figure in another plan. Open that, or fill in the measure first.',
  'target/range-reversed': () => 'The upper bound is below the lower one. Exchange them.',
  'target/years-reversed': () => 'The last year is before the first. Correct one of them.',
  'register/too-early': (p) =>
    `Earlier than the step before it (${formatPartialDate(p.than)}). Correct this day, or that of the step before.`,
  'register/consent-missing': () =>
    'A name is written only if that person agrees. Ask and tick this, or take the name out.',
  'register/not-a-phone': () => 'Use digits, spaces and + ( ) . - / only, three digits at least, such as 1800 1769.',
  'register/not-a-year': () => 'Enter the year in four figures, such as 2024.',
  'register/exceeds-step-before': (p) =>
    `More than at the step before it (${formatCount(p.before)} VND). Correct it, or give the reason under “${screensEn.fields.reason}”.`,
  'plan/target-without-value': () => 'No value. Enter a number, or choose “To be set by the level above”.',
  'plan/frozen': () =>
    'What was issued does not change. Change the plan and issue a new version; number and date can be filled in.',
  'rights/forbidden': () => 'You may not do this. Ask the officer in charge.',
  'rights/not-found': () => 'There is no such record, or it is not of your unit.',
  'sync/malformed': () => 'The server could not read the record. Correct it and save again.',
  'unit/ended': () => 'This unit has ended. Choose another, or look at the day again.',
  'unit/later-change': () => 'The unit has another change after this day. Choose a later one.',
  'unit/circle': () =>
    'The unit that carries on can neither be one that ends nor stand below one. Choose the units again.',
  'unit/has-units-below': () => 'There are units below it. Choose to which they report from then on.',
  'unit/parent-needed': () => 'These units report to different ones. Choose the one above the new unit.',
  'unit/bad-list': (p) =>
    `The list has ${formatCount(p.count)} faults, the first at ${p.at} (${p.fault}). Nothing was imported; correct it and try again.`,
  'sync/unknown-table': () => 'The server does not know this kind of record yet. Update the app and send again.',
  'sync/unknown-field': (p) =>
    `The server does not know “${wordOfField(screensEn.fields, p.field)}” yet. Update the app and send again.`,
  'sync/bad-value': (p) =>
    `“${wordOfField(screensEn.fields, p.field)}” is not right. ${sentenceOf(problemsEn, p.problem)}`,
  'sync/too-large': () => 'The record is too large. Shorten it and send again.',
  'sync/wrong-id': () => 'The record’s key does not match. Record it anew.',
  'sync/record-gone': () =>
    'This record was deleted long ago and the server no longer keeps it. If it is still needed, record it anew.',
  'sync/too-old': () =>
    'The app on this device is older than the server. Update the app and send again; what is unsent is still on the device.',
  'sync/server-too-old': () =>
    'The server is older than the app on this device. Ask whoever keeps the server to update it; what is unsent is still on the device.',
  'sync/unreadable-answer': () =>
    'The server’s answer cannot be read. What is unsent is still on the device; try again later.',
  'sync/digest-differs': () =>
    'This device and the server hold different copies. Keep the device as it is and tell the administrator.',
  'request/malformed': () => 'The server could not read the request. Check it and try again.',
  'request/too-large': () => 'Too much at once. Send it in smaller parts.',
  'request/foreign-origin': () => 'This page was opened from a foreign address. Use the official one.',
  'request/not-found': () => 'The server has no such thing. Update the app and try again.',
  'session/required': () => 'The session has ended. Sign in again to send; your records are still on the device.',
  'session/other-person': () => 'The session on this device is another person’s. Sign in as yourself.',
  'session/wrong-sign-in': () => 'Sign-in name or password is wrong. Check and try again.',
  'session/slow-down': (p) => `Too many tries. Wait ${formatCount(p.seconds)} seconds and try again.`,
  'set-up/done-already': () => 'The server is set up already. Sign in.',
  'set-up/wrong-code': () => 'The set-up code is wrong. Look at the server’s screen again.',
  'account/wrong-code': () =>
    'No open invitation has this name and code. Check both; a code holds for 7 days and can be used once. Ask your administrator for a new one.',
  'account/wrong-password': () => 'This is not your present password. Type it again.',
  'account/unsent': (p) =>
    `${formatCount(p.count)} changes on this phone have not been sent or must be corrected. Open Waiting and send, correct or drop them first; they would be gone for good.`,
  'account/own': () => 'You cannot do this to your own account. Ask another administrator.',
  'account/name-taken': () => 'This sign-in name is taken. Choose another.',
  'account/password-too-short': (p) => `The password is too short. Use at least ${formatCount(p.min)} characters.`,
  'account/password-too-common': () => 'This password is too common. Choose another.',
  'server/failed': () => 'The server failed. Your record is still on the device; try again later.',
  'server/busy': () => 'The server is busy. What is unsent is still on the device; wait a little and try again.',
  'server/full': () =>
    'The server has run out of space. What is unsent is still on the device; tell whoever keeps the server.',
  'file/unfit': () => 'This file cannot be used. Make a new one and try again.',
  'vault/wrong-secret': (p) =>
    p.waitSeconds > 0
      ? `The unlock code is wrong. Wait ${formatCount(p.waitSeconds)} seconds and try again.`
      : 'The unlock code is wrong. Try again.',
  'vault/secret-too-short': (p) =>
    `The code is too short. Use at least ${formatCount(p.min)} ${p.min > 6 ? 'characters' : 'digits'}.`,
  'vault/secret-too-plain': () => 'This code is easy to guess. Avoid rows and repeated digits.',
  'vault/slow-down': (p) => `Too many wrong tries. Wait ${formatCount(p.seconds)} seconds and try again.`,
  'vault/damaged': () => 'The workbook’s key on this device is damaged. Sign in online to restore it.',
  'store/full': () => 'The device is full and nothing was saved. Free some space and save again.',
  'store/closed': () => 'The workbook is locked. Unlock it and save again.',
  'store/unavailable': () =>
    'The browser does not let the app store anything. Leave private browsing and open it again.',
  'store/broken': () =>
    "The browser's data store is broken and does not open. Reload the page; if that does not help, follow the steps below.",
  'store/silent': () => 'The browser does not answer. Close all tabs of the workbook and open it again.',
  'store/lost': (p) =>
    p.how === 'damaged'
      ? 'The data on this device was damaged, and the browser threw it away.'
      : 'The data on this device was deleted.',
  'store/unreachable': () =>
    'The browser has cut off its data store, perhaps because the device is full. Make room if it is, then reload the page; drafts that were kept are still there.',
  'store/newer': () =>
    'The workbook was updated in another tab. Reload the page to use the new version; drafts that were kept are still there.',
  'store/unreadable': () =>
    'A change on this device can no longer be read, so it was not sent. Enter it again if you remember it, then let this go.',
  'store/contended': () => 'Another tab is writing at the same time. Wait a moment, then save again.',
  'store/not-upgraded': () =>
    'The workbook could not be moved to the new version; the data on this device is as it was. Reload the page; if that does not help, take the backup file on the recovery page and tell the administrator.',
  'store/slow': () => 'Saving takes too long, and may or may not be done. Keep the page open, wait, then save again.',
  'rescue/unreadable': () => 'This file cannot be read. Choose a backup file of the workbook.',
  'rescue/other-person': () => "This backup is another person's. They can restore it after signing in.",
  'device/not-secure': () => 'This page needs https. Open it with an address that begins with https://.',
  'courier/offline': () => 'No network. Records are sent when there is one.',
  'courier/unreachable': () => 'There is a network, but the server cannot be reached. It is tried again by itself.',
  'problem/unknown': (p) =>
    `There is a problem that this app does not know (code ${p.was || '?'}). Update the app and try again.`,
};
