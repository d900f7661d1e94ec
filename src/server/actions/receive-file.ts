/**
 * Takes an exchange file from whoever brings it, and gives the reply to take back.
 *
 * - The carrier's session opens the door and nothing else: what is in the file is judged as its author's, whose account
 *   must be open and whose rights are read fresh. The author needs no session.
 * - It is the same door as the network's: delivering twice, or by file and by network, changes nothing.
 * - A carrier learns neither whose a file is nor what is in it, also not from a refusal: a device that is not known and a
 *   forged file are told in the same words. Files that do not open slow their carrier down.
 * - The audit says who brought it, whose it was and how much it held, before anything of it is taken and after; never what.
 */
import { fail, ok, type Result } from '#domain/result.ts';
import { scopeOf } from '#domain/scope.ts';
import { idText, MAX_UNPACKED_BYTES, readFile, unfit, type Bytes, type RequestFile } from '#sync/exchange-file.ts';
import { PROTOCOL_VERSION } from '#sync/version.ts';
import { fingerprintOf, openRequest, sealReply, type OpenedRequest } from '#sync/sealed-file.ts';
import { actorOf } from './describe-me.ts';
import { createExchange, type ExchangeDeps } from './exchange.ts';
import type { FileKeyReader } from './file-keys.ts';
import type { Deps } from './ports.ts';
import { forgive, startTry, type Key } from './slow-down.ts';

export interface Carrier {
  readonly person: string;
  readonly device: string;
  /** Where its failures are noted; `undefined` is the server's own console, which is neither slowed down nor noted. */
  readonly unit: string | undefined;
}

export interface Delivered {
  readonly reply: Bytes;
  /** Mutations that the file carried, also in parts. */
  readonly changes: number;
}

export type ReceiveFileDeps = Deps & ExchangeDeps & { readonly fileKey: FileKeyReader };

/** A carrier brings many files of others, each of which may have suffered on the way. */
const carrierKey = ({ person }: Carrier): Key => ({ key: `file:${person}`, free: 10 });

export const receiveFile =
  (deps: ReceiveFileDeps) =>
  async (bytes: Uint8Array, carrier: Carrier): Promise<Result<Delivered>> => {
    const file = readFile(bytes);
    if (!file.ok) return file;
    if (file.value.is === 'reply') return unfit('is-reply');

    const keys = carrier.unit === undefined ? [] : [carrierKey(carrier)];
    const { slowDowns } = deps.storage;
    const wait = keys.length === 0 ? undefined : await startTry(slowDowns, keys, deps.now());
    if (wait !== undefined) return fail(wait);
    const proven = await prove(deps, file.value);
    if (!proven.ok) {
      await noteRefusal(deps, carrier, file.value);
      return proven;
    }
    if (keys.length > 0) await forgive(slowDowns, [], keys, deps.now());
    return carryOut(deps, file.value, proven.value, carrier);
  };

interface Proven {
  readonly opened: OpenedRequest;
  readonly secret: Bytes;
}

/** Opens the file and proves whose it is. */
const prove = async ({ storage, secrets, fileKey }: ReceiveFileDeps, file: RequestFile): Promise<Result<Proven>> => {
  const { publicKey, privateKey } = await fileKey();
  const ours = secrets.files.fromText(publicKey);
  const key = secrets.files.fromText(privateKey);
  if (ours === undefined || key === undefined) return fail({ code: 'server/failed' });
  if (idText(await fingerprintOf(secrets.files, ours)) !== idText(file.fingerprint)) return unfit('other-server');
  const opened = await openRequest(secrets.files, file, key);
  if (opened === undefined) return unfit('damaged');
  const kept = await storage.deviceKeys.secretOf(opened.sender);
  const secret = kept === undefined ? undefined : secrets.files.fromText(kept);
  // Also for a device that nobody knows, so that the time tells nothing.
  const isTheirs = await opened.isBy(secret ?? secrets.files.randomBytes(32));
  return secret !== undefined && isTheirs ? ok({ opened, secret }) : unfit('unknown-device');
};

const carryOut = async (
  deps: ReceiveFileDeps,
  file: RequestFile,
  { opened, secret }: Proven,
  carrier: Carrier,
): Promise<Result<Delivered>> => {
  const { sender } = opened;
  const account = await deps.storage.accounts.byPerson(sender.person);
  if (account === undefined || account.closed) return unfit('author-closed');
  const text = await opened.lines();
  if (text === undefined) return unfit('damaged');
  const lines = text.split('\n').filter((line) => line !== '');
  if (isNewer(lines[0])) return unfit('newer');

  const exchange = createExchange(deps, { ...sender, actor: actorOf(account) });
  const changes = countChanges(lines);
  const audit = (what: 'open-file' | 'deliver-file', result: 'done' | 'refused'): Promise<void> =>
    deps.storage.audit.append(scopeOf(account.unit, 'directory'), {
      at: deps.now(),
      person: carrier.person,
      device: carrier.device,
      what,
      object: `${idText(file.id)} ${sender.person} ${sender.device} ${String(changes)}`,
      result,
    });
  // What is taken is kept bundle by bundle: whatever breaks off, somebody brought it.
  await audit('open-file', 'done');
  const problem = (await exchange.take(lines)) ?? exchange.unasked();
  await audit('deliver-file', problem === undefined ? 'done' : 'refused');
  if (problem !== undefined) return fail(problem);

  const reply = await sealWhatFits(deps, secret, file.id, await gather(exchange.answer()));
  return reply.ok ? ok({ reply: reply.value, changes }) : reply;
};

/** Whether the first line speaks a protocol that this server does not know yet. */
const isNewer = (line = ''): boolean => Number(/^\["q",(\d{1,6}),/u.exec(line)?.[1] ?? 0) > PROTOCOL_VERSION;

const countChanges = (lines: readonly string[]): number => {
  const changes = new Set<string>();
  let scope = '';
  for (const line of lines) {
    scope = /^\["s","([^"]*)"/u.exec(line)?.[1] ?? scope;
    const n = /^\["[mp]",(\d+),/u.exec(line)?.[1];
    if (n !== undefined) changes.add(`${scope} ${n}`);
  }
  return changes.size;
};

/** The answer as far as a reply can carry it; the device asks for the rest with its next file. */
const gather = async (answer: AsyncIterable<readonly string[]>): Promise<readonly string[]> => {
  const lines: string[] = [];
  let length = 0;
  for await (const some of answer) {
    // A character is at most three bytes.
    length += some.reduce((sum, line) => sum + 3 * (line.length + 1), 0);
    if (length > MAX_UNPACKED_BYTES) break;
    lines.push(...some);
  }
  return lines;
};

const sealWhatFits = async (
  deps: ReceiveFileDeps,
  secret: Bytes,
  id: Bytes,
  lines: readonly string[],
): Promise<Result<Bytes>> => {
  const reply = await sealReply(deps.secrets.files, secret, id, lines.map((line) => `${line}\n`).join(''));
  // A cut answer is a good one as far as it goes.
  return reply.ok || lines.length < 2
    ? reply
    : sealWhatFits(deps, secret, id, lines.slice(0, Math.ceil(lines.length / 2)));
};

const noteRefusal = async ({ storage, now }: Deps, carrier: Carrier, { id }: RequestFile): Promise<void> => {
  if (carrier.unit === undefined) return;
  const { person, device, unit } = carrier;
  const entry = { at: now(), person, device, what: 'deliver-file', object: idText(id), result: 'refused' as const };
  await storage.audit.append(scopeOf(unit, 'directory'), entry);
};
