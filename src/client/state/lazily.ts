/** Something made when it is first asked for, and then kept; what could not be made is tried again by whoever asks next. */
export interface Lazily<T> {
  readonly get: () => Promise<T>;
  /** What was asked for before, if anybody has. */
  readonly asked: () => Promise<T> | undefined;
}

export const lazily = <T>(make: () => Promise<T>): Lazily<T> => {
  let made: Promise<T> | undefined;
  const tryToMake = async (): Promise<T> => {
    try {
      return await make();
    } catch (error) {
      made = undefined;
      throw error;
    }
  };
  return {
    get: () => (made ??= tryToMake()),
    asked: () => made,
  };
};
