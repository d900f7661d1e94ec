/** What is only to be had with a network. Fetched when somebody asks for it. */
import { ok } from '#domain/result.ts';
import { accountDoors } from '#client/courier/account-doors.ts';
import { createAdministration } from '#client/courier/administration-doors.ts';
import { checkReceipt, decideHeld, readHeld, readHistory } from '#client/courier/online-doors.ts';
import { readWork } from '#client/courier/opened-work.ts';
import type { Ask } from '#client/courier/server-api.ts';
import type { HeldMutation, Online } from './workbook.ts';

/** `afterwards` asks for an exchange: what was released comes down with it. */
export const createOnline = (ask: Ask, afterwards: () => void): Online => {
  const decide = async (verb: 'release' | 'drop', { scope, alias, n }: HeldMutation) => {
    const decided = await decideHeld(ask, verb, { scope, alias, n });
    if (!decided.ok) return decided;
    afterwards();
    return ok(undefined);
  };
  return {
    history: (question) => readHistory(ask, question),
    checkReceipt: (code) => checkReceipt(ask, code),
    work: (unit, known) => readWork(ask, unit, known),
    held: (held) => readHeld(ask, held),
    administration: createAdministration(ask, afterwards),
    release: (held) => decide('release', held),
    refuse: (held) => decide('drop', held),
    accounts: accountDoors(ask),
  };
};
