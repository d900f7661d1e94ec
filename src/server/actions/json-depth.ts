/** How deep a JSON text nests, told without parsing it: a deep one would exhaust the stack of whoever walks it. */

/** A mutation's line has twelve levels at most, the bodies of the other routes two. */
export const MAX_DEPTH = 20;

export const isTooDeep = (json: string, max = MAX_DEPTH): boolean => {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < json.length; i += 1) {
    const char = json[i];
    if (inString) {
      if (char === '\\') i += 1;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '[' || char === '{') {
      depth += 1;
      if (depth > max) return true;
    } else if (char === ']' || char === '}') depth -= 1;
  }
  return false;
};
