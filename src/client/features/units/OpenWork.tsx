/** On the page of a unit below: its work, opened online to be read. */
import { Show } from 'solid-js';
import { useDoor, useWorkbook } from '#client/state/context.ts';
import { createTry } from '#client/state/create-try.ts';
import { openUnit } from '#client/state/open-unit.ts';
import { s } from '#client/texts/screens.ts';
import { Icon } from '#client/ui/icons.tsx';
import { openingProblem } from './opening-problem.ts';
import { OpenedStrip } from './OpenedStrip.tsx';

/**
 * Another unit's work takes the whole app's place, its addresses included: what was open in the own work has no page there.
 * The router goes with the workbook, so it is the browser that is told where the next one begins.
 */
const beginAt = (address: string): void => {
  window.history.pushState(null, '', address);
};

export const OpenWork = (props: { readonly unit: string }) => {
  const workbook = useWorkbook();
  const door = useDoor();
  const opening = createTry((unit: string) =>
    openUnit(
      {
        workbook: door.workbook,
        show: (opened) => {
          beginAt(opened === undefined ? `/don-vi/${unit}` : '/');
          door.show(opened);
        },
      },
      workbook,
      unit,
      (opened) => <OpenedStrip opened={opened} />,
    ),
  );
  const isOnline = () => workbook.sync().online;
  return (
    <section class="card stack tight" aria-labelledby="open-work">
      <h2 id="open-work">{s().units.open.title}</h2>
      <p>{s().units.open.lead}</p>
      <p class="s dim">{s().units.open.noted}</p>
      <p>
        <button
          type="button"
          class="btn main"
          disabled={opening.busy() || !isOnline()}
          onClick={() => void opening.run(props.unit)}
        >
          <Icon name="eye" size={20} />
          {opening.busy() ? s().units.open.opening : s().units.open.button}
        </button>
      </p>
      <div role="status">
        <Show when={isOnline()} fallback={<p class="hint">{s().units.open.offline}</p>}>
          <Show when={!opening.busy() && opening.problem()}>
            {(problem) => <p class="card warned">{openingProblem(problem())}</p>}
          </Show>
        </Show>
      </div>
    </section>
  );
};
