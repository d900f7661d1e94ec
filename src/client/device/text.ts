/** Text that leaves the app by the person's own hand: shared or copied. Each says whether it did. */

export const mayShare = (): boolean => 'share' in navigator;

/** A browser may refuse, or have no clipboard at all. */
export const copyText = async (text: string): Promise<boolean> => {
  if (!('clipboard' in navigator)) return false;
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
};

/** Where nothing can be shared with, it is copied. Someone who closes the list of programs has not failed. */
export const shareText = async (text: string): Promise<'shared' | 'copied' | 'failed'> => {
  if (!mayShare()) return (await copyText(text)) ? 'copied' : 'failed';
  return navigator.share({ text }).then(
    () => 'shared',
    (error: unknown) => (error instanceof DOMException && error.name === 'AbortError' ? 'shared' : 'failed'),
  );
};
