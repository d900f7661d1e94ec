/** A task's turns, one a line: how much of what it asks was done in each. Those to come are told by the next one alone. */
import { For } from 'solid-js';
import { formatCount } from '#domain/numbers.ts';
import type { TaskProgress } from '#domain/task-progress.ts';
import { s } from '#client/texts/screens.ts';
import { StateMark } from '#client/ui/marks.tsx';
import { turnMark, turnWords } from './progress-words.ts';

export const TurnsTable = (props: { readonly progress: TaskProgress }) => {
  const shown = () => {
    const { turns } = props.progress;
    const next = turns.find(({ state }) => state === 'coming');
    return turns.filter((turn) => turn.state !== 'coming' || turn === next);
  };
  return (
    <section class="stack tight" aria-labelledby="turns">
      <h2 id="turns">{s().tasks.turns}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{s().tasks.turn}</th>
            <th scope="col" class="n">
              {s().tasks.amount}
            </th>
            <th scope="col" class="n">
              {s().tasks.state}
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={shown()}>
            {(turn) => (
              <tr>
                <th scope="row">{turnWords(turn)}</th>
                <td class="n num">
                  {formatCount(turn.amount)} / {formatCount(turn.need ?? 0)}
                </td>
                <td class="n">
                  <StateMark {...turnMark(turn.state)} />
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  );
};
