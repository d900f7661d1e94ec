/** All targets of a measure in words, with what the document prints, and which one is in force. */
import { For, Show } from 'solid-js';
import type { Measure, Target } from '#domain/records/measure.ts';
import type { Saved } from '#client/state/workbook.ts';
import { s } from '#client/texts/screens.ts';
import { targetWords, targetYears } from '#client/texts/measure-words.ts';
import { StateMark } from '#client/ui/marks.tsx';

interface TargetsTableProps {
  readonly measure: Measure;
  readonly targets: readonly Saved<'target'>[];
  readonly inForce: Target | undefined;
}

export const TargetsTable = (props: TargetsTableProps) => (
  <section class="stack tight" aria-labelledby="targets">
    <h2 id="targets">{s().measure.allTargets}</h2>
    <Show when={props.targets.length > 0} fallback={<p class="dim">{s().measure.explain.noTarget}</p>}>
      <ul class="rows">
        <For each={props.targets}>
          {(target) => (
            <li class="row">
              <span class="grow">
                <b>{targetWords(target.fields, props.measure)}</b>
                <span class="s dim">
                  {[targetYears(target.fields), target.fields.printed && s().measure.printed(target.fields.printed)]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              <Show when={target.fields === props.inForce}>
                <StateMark icon="check" tone="good" word={s().measure.inForce} />
              </Show>
            </li>
          )}
        </For>
      </ul>
    </Show>
  </section>
);
