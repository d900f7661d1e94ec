/**
 * Seals what goes out by file and opens what comes back, with the keys that stand sealed in the store: neither the
 * replica secret nor the server's key leaves this module.
 */
import { unfit, type Bytes, type ReplyFile, type RequestFile } from '#sync/exchange-file.ts';
import { fingerprintOf, openReply, sealRequest, type SealedRequest, type SendingCipher } from '#sync/sealed-file.ts';
import type { Result } from '#domain/result.ts';
import { fileCipher } from '#client/vault/file-cipher.ts';
import { FACT } from './device.ts';
import type { Store } from './store.ts';

export interface FileSeals {
  readonly seal: (text: string) => Promise<Result<SealedRequest>>;
  /** The reply's lines; `undefined` when it does not open with this store's secret. */
  readonly open: (file: ReplyFile) => Promise<string | undefined>;
  /** Whether a file is sealed to the server that this store belongs to; also when that is not known. */
  readonly isForOurServer: (file: RequestFile) => Promise<boolean>;
}

const cipher: SendingCipher = fileCipher;

export const createFileSeals = ({ facts, person }: Pick<Store, 'facts' | 'person'>, device: string): FileSeals => {
  const keyOf = async (fact: string): Promise<Bytes | undefined> => {
    const text = await facts.read(fact);
    return typeof text === 'string' ? cipher.fromText(text) : undefined;
  };
  return {
    seal: async (text) => {
      const server = await keyOf(FACT.fileKey);
      const secret = await keyOf(FACT.replicaSecret);
      if (server === undefined || secret === undefined) return unfit('no-key');
      return sealRequest(cipher, { server, secret }, { person, device }, text);
    },
    open: async (file) => {
      const secret = await keyOf(FACT.replicaSecret);
      return secret && openReply(cipher, secret, file);
    },
    isForOurServer: async ({ fingerprint }) => {
      const server = await keyOf(FACT.fileKey);
      if (server === undefined) return true;
      return cipher.toText(await fingerprintOf(cipher, server)) === cipher.toText(fingerprint);
    },
  };
};
