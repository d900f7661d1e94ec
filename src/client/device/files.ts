/** Gives a file to the phone: to its downloads, or to another app. */

const BYTES = 'application/octet-stream';

export const saveFile = (contents: Uint8Array<ArrayBuffer> | string, name: string, type = BYTES): void => {
  const url = URL.createObjectURL(new Blob([contents], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has begun to read it by then; some begin a little later.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 60_000);
};

/** Chrome shares only kinds of files that it knows; it goes by the end of the name, not by what is inside. */
const shareable = (bytes: Uint8Array<ArrayBuffer>, name: string): File =>
  new File([bytes], `${name}.txt`, { type: 'text/plain' });

export const canShareFiles = (): boolean => mayShareFile(shareable(new Uint8Array(1), 'a.stbg'));

/** Whether the phone would share this file as it is. */
export const mayShareFile = (file: File): boolean => 'canShare' in navigator && navigator.canShare({ files: [file] });

/** `false` when the phone would not; a person who thinks better of it has not failed. */
export const shareWholeFile = async (file: File): Promise<boolean> => {
  try {
    await navigator.share({ files: [file] });
    return true;
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError';
  }
};

export const shareFile = (bytes: Uint8Array<ArrayBuffer>, name: string): Promise<boolean> =>
  shareWholeFile(shareable(bytes, name));
