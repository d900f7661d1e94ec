/**
 * A model of a bad link: it carries so many bytes, both directions counted, and dies in the middle of whatever it carries.
 * A request that was cut is heard up to its last complete line; nobody is left to hear the answer.
 */
import { nextBudget } from '#sync/outgoing.ts';
import { ask, type Asked, type Device, take } from './device.ts';
import { answer, type Server } from './server.ts';

const bytesOf = (line: string): number => Buffer.byteLength(line) + 1;

/** The lines that pass within `bytes`, and how many bytes are left; none are after a cut. */
export const carry = (lines: readonly string[], bytes: number): readonly [passed: readonly string[], left: number] => {
  let left = bytes;
  for (const [index, line] of lines.entries()) {
    left -= bytesOf(line);
    if (left < 0) return [lines.slice(0, index), 0];
  }
  return [lines, left];
};

/** One exchange from beginning to end over a link that dies after `bytes`; whether the answer was complete. */
export const exchange = (server: Server, device: Device, bytes: number, now: number): boolean => {
  const asked = ask(device, now);
  const [passed, left] = carry(asked.lines, bytes);
  const lines = answer(server, passed, now);
  const answered = left > 0 && readOn(device, asked, lines, left, now);
  device.budget = nextBudget(device.budget, answered);
  return answered && asked.ended.size === device.scopes.size;
};

/** Reads on until the link dies or the answer ends; whether it ended. */
const readOn = (device: Device, asked: Asked, lines: Iterable<string>, bytes: number, now: number): boolean => {
  let left = bytes;
  for (const line of lines) {
    left -= bytesOf(line);
    if (left < 0) return false;
    take(device, asked, line, now);
  }
  return true;
};

/** Reads a few lines of an answer that goes on afterwards; whether it does. */
export const readSome = (
  device: Device,
  asked: Asked,
  answered: Iterator<string, void>,
  lines: number,
  now: number,
): boolean => {
  for (let read = 0; read < lines; read += 1) {
    const { done, value } = answered.next();
    if (done === true) return false;
    take(device, asked, value, now);
  }
  return true;
};
