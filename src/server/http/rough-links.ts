/**
 * Devices whose link broke lately. For a while their answers close the connection, so that each request gets one of its own.
 *
 * A browser which finds a kept connection dead sends the whole request again on a new one, of itself: nobody on the device
 * hears of the cut, asks how much of it came, or sends less the next time. On a link that carries 20 KB at a time this
 * doubled what a push cost. A first request on a connection is never sent again unasked.
 *
 * - Forgetting costs bytes and nothing else: it is in the memory of one process, for so many devices.
 */
export interface RoughLinks {
  readonly broke: (device: string) => void;
  readonly isRough: (device: string) => boolean;
}

const ROUGH_MS = 10 * 60_000;
const MAX_DEVICES = 10_000;

export const createRoughLinks = (now: () => number, maxDevices = MAX_DEVICES): RoughLinks => {
  /** When it broke last; the one that was longest without stands first. */
  const brokeAt = new Map<string, number>();
  return {
    broke: (device) => {
      brokeAt.delete(device);
      brokeAt.set(device, now());
      const [oldest] = brokeAt.keys();
      if (brokeAt.size > maxDevices && oldest !== undefined) brokeAt.delete(oldest);
    },
    isRough: (device) => {
      const at = brokeAt.get(device);
      if (at === undefined) return false;
      if (now() - at < ROUGH_MS) return true;
      brokeAt.delete(device);
      return false;
    },
  };
};
