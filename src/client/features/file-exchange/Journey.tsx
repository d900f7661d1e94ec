/** The way that a file takes, there and back, in icons and words. */
import { For, Show } from 'solid-js';
import { s } from '#client/texts/screens.ts';
import { Icon, type IconName } from '#client/ui/icons.tsx';
import { StateChip } from '#client/ui/marks.tsx';

const stations = (): readonly (readonly [icon: IconName, word: string])[] => [
  ['device', s().files.here],
  ['person', s().files.carrier],
  ['upload', s().files.server],
  ['check', s().files.backHere],
];

export const Journey = () => (
  <div class="card quiet">
    <ol class="chips">
      <For each={stations()}>
        {([icon, word], place) => (
          <li class="line">
            <StateChip icon={icon} tone="sunk" word={word} />
            <Show when={place() < stations().length - 1}>
              <Icon name="next" size={16} />
            </Show>
          </li>
        )}
      </For>
    </ol>
    <p class="hint">{s().files.sealed}</p>
  </div>
);
