/** What the server does by itself every day, at once: forgetting old deletions, and judging again what it did not know. */
import { ok } from '#domain/result.ts';
import { collectAllTombstones } from '#server/actions/collect-tombstones.ts';
import { releaseUnderstood } from '#server/actions/release-understood.ts';
import { readUnits } from '#server/actions/units.ts';
import type { AdminCommand, AdminDeps } from './commands.ts';

const withUnits = (deps: AdminDeps) => ({ ...deps, readUnits: () => readUnits(deps.storage.ledger) });

const gc: AdminCommand = {
  usage: '[--json]',
  summary:
    'Dọn những mục đã xoá từ lâu mà mọi máy đều đã biết. / Clears what was deleted long ago and every device knows of.',
  details: [
    'Máy chủ tự làm việc này mỗi ngày; mỗi nơi nhiều nhất một lần trong 30 ngày. / The server does it by itself every day; each place at most once in 30 days.',
    '--json  chỉ in JSON / prints JSON only: {"forgotten":0}',
  ],
  options: { json: { kind: 'flag' } },
  run: async (deps, options) => {
    const forgotten = await collectAllTombstones(withUnits(deps));
    return ok(
      options.has('json')
        ? JSON.stringify({ forgotten })
        : `Đã dọn ${String(forgotten)} mục. / ${String(forgotten)} records cleared.`,
    );
  },
};

const judgeAgain: AdminCommand = {
  usage: '[--json]',
  summary:
    'Xét lại những thay đổi bị giữ vì máy chủ chưa hiểu. / Judges again the changes that are held because the server did not know them.',
  details: [
    'Máy chủ tự làm việc này mỗi lần khởi động. / The server does it by itself whenever it starts.',
    '--json  chỉ in JSON / prints JSON only: {"released":0}',
  ],
  options: { json: { kind: 'flag' } },
  run: async (deps, options) => {
    const released = await releaseUnderstood(withUnits(deps));
    return ok(
      options.has('json')
        ? JSON.stringify({ released })
        : `Đã nhận ${String(released)} thay đổi. / ${String(released)} changes accepted.`,
    );
  },
};

export const upkeepCommands: Readonly<Record<string, AdminCommand>> = { gc, 'judge-again': judgeAgain };
