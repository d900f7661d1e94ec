/** The first line of an input, without its line feed. */

export type Input = AsyncIterable<Uint8Array | string>;

export const readFirstLine = async (input: Input): Promise<string> => {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of input) {
    text += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    if (text.includes('\n')) break;
  }
  return text.split(/\r?\n/u, 1)[0] ?? '';
};
