/** "640 byte", "1,4 KB", "38 KB": what a record weighs on the link. */
import { s } from './screens.ts';

const KILOBYTE = 1_024;

export const sizeWords = (bytes: number): string =>
  bytes < KILOBYTE ? s().sync.inBytes(bytes) : s().sync.inKilobytes(bytes / KILOBYTE);
