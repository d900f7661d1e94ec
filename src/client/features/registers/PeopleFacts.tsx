/** Who is counted: women, men, not recorded, and the total that follows. Nothing where nobody is. */
import { For, Show } from 'solid-js';
import { formatCount } from '#domain/numbers.ts';
import { peopleTotal } from '#domain/people.ts';
import { s } from '#client/texts/screens.ts';
import { numberOf, type Given } from './rows.ts';
import { peopleIn } from './shown.ts';

export const PeopleFacts = (props: { readonly fields: Given }) => {
  const people = () => peopleIn(props.fields);
  const minority = () => numberOf(props.fields['minority']);
  const facts = () => [
    { word: s().activity.female, n: people().female ?? 0 },
    { word: s().activity.male, n: people().male ?? 0 },
    ...((people().unrecorded ?? 0) > 0 ? [{ word: s().activity.unrecorded, n: people().unrecorded ?? 0 }] : []),
    { word: s().activity.totalColumn, n: peopleTotal(people()) },
  ];
  return (
    <Show when={peopleTotal(people()) > 0}>
      <section class="stack tight">
        <h2>{s().registers.people}</h2>
        <dl class="facts">
          <For each={facts()}>
            {(fact) => (
              <div>
                <dt>{fact.word}</dt>
                <dd>{formatCount(fact.n)}</dd>
              </div>
            )}
          </For>
        </dl>
        <Show when={minority() !== undefined}>
          <p class="s dim">
            {s().activity.minority}: {formatCount(minority() ?? 0)}
          </p>
        </Show>
      </section>
    </Show>
  );
};
