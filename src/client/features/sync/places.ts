/** The headings to which the focus goes when the card under it is done with: what is left to do follows there. */
export const TO_FIX = 'to-fix';
/** Also the place that other pages lead to. */
export const CONFLICTS = 'xung-dot';
