/** "10 đã gửi, 2 trên máy · không tính 1 bị từ chối"; nothing when the server has confirmed everything. */
import { formatNumber } from '#domain/numbers.ts';
import { s } from './screens.ts';

interface Parts {
  readonly sent: number;
  readonly onDevice: number;
  readonly toFix: number;
  readonly apart: number;
}

export const splitWords = ({ sent, onDevice, toFix, apart }: Parts): string => {
  const words = s().split;
  const said = (n: number, say: (n: string) => string): string => (n === 0 ? '' : say(formatNumber(n)));
  const inside =
    onDevice + toFix === 0
      ? ''
      : [said(sent, words.sent), said(onDevice, words.onDevice), said(toFix, words.toFix)].filter(Boolean).join(', ');
  return [inside, said(apart, words.apart)].filter(Boolean).join(' · ');
};
