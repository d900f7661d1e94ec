/** People are female + male + not recorded: computed here and stored nowhere, so that it always holds. */

export interface People {
  readonly female?: number | undefined;
  readonly male?: number | undefined;
  readonly unrecorded?: number | undefined;
}

export const peopleTotal = (people: People): number =>
  (people.female ?? 0) + (people.male ?? 0) + (people.unrecorded ?? 0);

/** In percent of those whose sex was recorded; `undefined` when it was for nobody. */
export const femaleShare = (people: People): number | undefined => {
  const recorded = (people.female ?? 0) + (people.male ?? 0);
  return recorded === 0 ? undefined : ((people.female ?? 0) * 100) / recorded;
};
