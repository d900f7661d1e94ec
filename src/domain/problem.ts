/**
 * Every failure that is not a bug, as one union of codes with their data.
 *
 * - A code is for ever: it is never renamed and never reused, because a phone that was off for months may still send it.
 * - A problem carries no sentence. Sentences belong to the screen (client/texts), a status to the door (server/http);
 *   both are tables over `ProblemCode`, so that a code without one does not compile.
 */
export type Problem =
  // A field of a form, or of a record on the wire.
  /** Something that must be filled in is empty. */
  | { readonly code: 'field/required' }
  /** Longer than the field can hold; `max` in characters. */
  | { readonly code: 'field/too-long'; readonly max: number }
  /** Not a whole number of at least 0. */
  | { readonly code: 'field/not-a-count' }
  /** Not a number as it is written in Vietnamese (1.234,5). */
  | { readonly code: 'field/not-a-number' }
  /** Could be read in two ways, such as 1.234 typed where decimals are usual. */
  | { readonly code: 'field/ambiguous-number'; readonly readings: readonly number[] }
  /** Below 0, where there is no such thing. */
  | { readonly code: 'field/negative' }
  /** Not written as numbers are here (1,234.5, "12 người"), and seems to mean `reading`; it is not taken for it. */
  | { readonly code: 'field/number-meant'; readonly reading: number }
  /** More digits than a number can hold without rounding; `max` are. */
  | { readonly code: 'field/too-precise'; readonly max: number }
  /** Not written as days are here (15/11/24, a number of Excel's); it may mean one of `readings`. */
  | { readonly code: 'field/date-meant'; readonly readings: readonly string[] }
  /** Not a day that exists, or not dd/MM/yyyy. */
  | { readonly code: 'field/not-a-date' }
  /** Not four digits. */
  | { readonly code: 'field/not-a-year' }
  /** Not one of the values that this field knows. */
  | { readonly code: 'field/unknown-value' }
  /** Larger than this field may be. */
  | { readonly code: 'field/too-large'; readonly max: number }
  // Told of a text that is kept all the same.
  /** So many characters that no screen shows were taken out. */
  | { readonly code: 'text/cleaned'; readonly count: number }
  /** Line ends became spaces, in a field of one line. */
  | { readonly code: 'text/lines-joined' }
  /** It seems to be in another encoding, in which it reads so; nothing was changed. */
  | { readonly code: 'text/other-encoding'; readonly reading: string }
  // Rules over several fields.
  | { readonly code: 'activity/ends-before-start' }
  /** The activity lies further in the past or future than any plan can. */
  | { readonly code: 'activity/date-out-of-range'; readonly from: string; readonly to: string }
  /** More people of ethnic minorities than people. */
  | { readonly code: 'activity/minority-exceeds-total'; readonly total: number }
  | { readonly code: 'reading/numerator-exceeds-denominator' }
  /** Something is counted out of nothing: a part without a whole. */
  | { readonly code: 'reading/zero-denominator' }
  /** A sex-split does not add up to the whole. */
  | { readonly code: 'reading/split-differs'; readonly expected: number; readonly found: number }
  /** A figure beside "không phát sinh". */
  | { readonly code: 'reading/nothing-with-figures' }
  | { readonly code: 'reading/wrong-period' }
  /** This measure's figures are guarded; they are never kept on a device. */
  | { readonly code: 'reading/guarded' }
  /** A group is larger than the whole that it is a part of; `total` is that whole. */
  | { readonly code: 'reading/part-exceeds'; readonly total: number }
  /** So many cannot meet all conditions, if so many meet each; they are at least and at most these. */
  | { readonly code: 'reading/conditions-differ'; readonly least: number; readonly most: number }
  /** Many times as much, or as little, as last time; a warning that a reason passes. */
  | { readonly code: 'reading/outlier'; readonly previous: number; readonly times: number }
  /** The period has not begun, so there is nothing to count; `from` is its first day. */
  | { readonly code: 'reading/period-not-begun'; readonly from: string }
  /** A list names more or fewer than it says. */
  | { readonly code: 'reading/bodies-differ'; readonly expected: number; readonly found: number }
  /** The measure's value stands in another plan; it takes no figure here. */
  | { readonly code: 'reading/points-elsewhere' }
  /** The upper bound of a range is below its lower one. */
  | { readonly code: 'target/range-reversed' }
  | { readonly code: 'target/years-reversed' }
  // Rows of a register.
  /** A step before the one that it follows; `than` is that one's day, as much of it as is known. */
  | { readonly code: 'register/too-early'; readonly than: string }
  /** A person's name, and nothing that says that they agreed. */
  | { readonly code: 'register/consent-missing' }
  | { readonly code: 'register/not-a-phone' }
  /** Not four figures. */
  | { readonly code: 'register/not-a-year' }
  /** More money than at the step before it, and no reason. */
  | { readonly code: 'register/exceeds-step-before'; readonly before: number }
  /** A target says a value, or who has yet to give it. */
  | { readonly code: 'plan/target-without-value' }
  /** What was issued stays as it was; only a blank number and date are completed. An amendment is a new version. */
  | { readonly code: 'plan/frozen' }
  // Who may do what.
  | { readonly code: 'rights/forbidden' }
  | { readonly code: 'rights/not-found' }
  // Units and their lists.
  /** The unit has ended already. */
  | { readonly code: 'unit/ended' }
  /** Something changed after the day that was said; what came in between is not known. */
  | { readonly code: 'unit/later-change' }
  /** A unit would carry on its own work, or stand below itself or below one that ends. */
  | { readonly code: 'unit/circle' }
  /** Units stand below it, and it is not said to whom they report from then on. */
  | { readonly code: 'unit/has-units-below' }
  /** The units that merge report to different ones, and it is not said to which the new one does. */
  | { readonly code: 'unit/parent-needed' }
  /** A list of units with faults: where the first one is, what it is (unit-list.ts), and how many there are. */
  | { readonly code: 'unit/bad-list'; readonly at: string; readonly fault: string; readonly count: number }
  // The sync door.
  | { readonly code: 'sync/malformed' }
  | { readonly code: 'sync/unknown-table' }
  | { readonly code: 'sync/unknown-field'; readonly field: string }
  | { readonly code: 'sync/bad-value'; readonly field: string; readonly problem: Problem }
  | { readonly code: 'sync/too-large'; readonly max: number }
  /** The record's id does not follow from its natural key. */
  | { readonly code: 'sync/wrong-id' }
  /** The edit is of a record that was deleted so long ago that nothing of it is left. */
  | { readonly code: 'sync/record-gone' }
  /** The app on the device speaks an older protocol than the server; what is unsent stays. */
  | { readonly code: 'sync/too-old' }
  /** The server speaks an older protocol than the app: it is the server that must be updated. */
  | { readonly code: 'sync/server-too-old' }
  /** The device cannot read what came as the server's answer; what came before it holds. */
  | { readonly code: 'sync/unreadable-answer' }
  /** The device's copy of a scope is not what the server has; nothing unsent is lost by it. */
  | { readonly code: 'sync/digest-differs' }
  // The server's other doors.
  | { readonly code: 'request/malformed'; readonly field?: string }
  | { readonly code: 'request/too-large'; readonly max: number }
  | { readonly code: 'request/foreign-origin' }
  | { readonly code: 'request/not-found' }
  | { readonly code: 'session/required' }
  | { readonly code: 'session/other-person' }
  | { readonly code: 'session/wrong-sign-in' }
  | { readonly code: 'session/slow-down'; readonly seconds: number }
  | { readonly code: 'set-up/done-already' }
  | { readonly code: 'set-up/wrong-code' }
  | { readonly code: 'account/name-taken' }
  /** No open invitation with that name and code: never made, used, too old, or mistyped. */
  | { readonly code: 'account/wrong-code' }
  /** Not the present password, which is asked for again before something grave. */
  | { readonly code: 'account/wrong-password' }
  /** So many changes on this device that the server has not acknowledged. */
  | { readonly code: 'account/unsent'; readonly count: number }
  /** Nobody may do that to their own account. */
  | { readonly code: 'account/own' }
  | { readonly code: 'account/password-too-short'; readonly min: number }
  | { readonly code: 'account/password-too-common' }
  | { readonly code: 'server/failed' }
  /** The server's database is busy or out of reach; nothing is known to be stored, and asking again is right. */
  | { readonly code: 'server/busy'; readonly seconds: number }
  /** The server's disk is full; nothing of the request was stored. */
  | { readonly code: 'server/full' }
  // Exchange files.
  | { readonly code: 'file/unfit'; readonly why: FileFault }
  // The device.
  | { readonly code: 'vault/wrong-secret'; readonly waitSeconds: number }
  | { readonly code: 'vault/secret-too-short'; readonly min: number }
  | { readonly code: 'vault/secret-too-plain' }
  | { readonly code: 'vault/slow-down'; readonly seconds: number }
  | { readonly code: 'vault/damaged' }
  | { readonly code: 'store/full' }
  | { readonly code: 'store/closed' }
  | { readonly code: 'store/unavailable' }
  /** The browser's own files of the database are broken: it does not open, however often one tries. */
  | { readonly code: 'store/broken' }
  /** The browser does not answer at all. */
  | { readonly code: 'store/silent' }
  /** A database that held something came up empty: cleared away, or thrown away because its files were damaged. */
  | { readonly code: 'store/lost'; readonly how: 'cleared' | 'damaged' }
  /** The connection is gone and a new one does not come: the page must be loaded anew. */
  | { readonly code: 'store/unreachable' }
  /** The data was written by a newer version of the app than this one. */
  | { readonly code: 'store/newer' }
  /** An own mutation on the device no longer opens, and was not sent; the others go all the same. */
  | { readonly code: 'store/unreadable' }
  /** Other tabs wrote to the same scope again and again meanwhile; nothing was written. */
  | { readonly code: 'store/contended' }
  /** The device's own data could not be brought up to this version of the app; it is as it was. */
  | { readonly code: 'store/not-upgraded' }
  /** A save takes longer than anyone would wait; it is not known to have failed. */
  | { readonly code: 'store/slow' }
  /** Not a copy of unsent work, or one that cannot be read any more. */
  | { readonly code: 'rescue/unreadable' }
  /** The copy holds another person's work. */
  | { readonly code: 'rescue/other-person' }
  /** The page has no service worker or no WebCrypto here: not https and not localhost. */
  | { readonly code: 'device/not-secure' }
  | { readonly code: 'courier/offline' }
  | { readonly code: 'courier/unreachable' }
  /** Told from outside in a way that this version cannot read; `was` is its code there, if it had one. */
  | { readonly code: 'problem/unknown'; readonly was: string };

/** Why an exchange file cannot be used; one code, because its sentences belong to a screen that is rarely opened. */
export type FileFault =
  | 'empty'
  | 'too-large'
  /** Not an exchange file at all. */
  | 'not-ours'
  /** An exchange file that was cut or changed on its way. */
  | 'damaged'
  /** Made by a newer app than this. */
  | 'newer'
  /** A reply where an outgoing file is wanted, and the other way round. */
  | 'is-reply'
  | 'is-request'
  /** Sealed to another server. */
  | 'other-server'
  /** The server knows no device that could have made it: its keys are gone, or it is forged. */
  | 'unknown-device'
  /** The account of whoever made it is closed. */
  | 'author-closed'
  /** A reply to a file that this workbook did not make. */
  | 'other-workbook'
  /** This device does not have the keys yet; it gets them the next time it is online. */
  | 'no-key';

export type ProblemCode = Problem['code'];

/** A problem and the field that it stands beside; `field` is the record's field name, "" for the whole form. */
export interface FieldProblem {
  readonly field: string;
  readonly problem: Problem;
}
