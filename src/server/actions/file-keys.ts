/**
 * The server's pair for exchange files: made when it is first needed and kept for good, because phones seal to it for
 * months. Several processes may make one at once; the one that is kept first is everybody's. It is read each time: a
 * restore under a running server may bring another.
 */
import type { Deps, FileKey } from './ports.ts';

export type FileKeyReader = () => Promise<FileKey>;

export const createFileKeyReader =
  ({ storage, secrets, now }: Deps): FileKeyReader =>
  async () =>
    (await storage.deviceKeys.fileKey()) ?? (await makeFileKey({ storage, secrets, now }));

const makeFileKey = async ({ storage, secrets, now }: Deps): Promise<FileKey> => {
  const { publicKey, privateKey } = await secrets.files.newPair();
  return storage.deviceKeys.firstFileKey({
    publicKey: secrets.files.toText(publicKey),
    privateKey: secrets.files.toText(privateKey),
    at: now(),
  });
};
