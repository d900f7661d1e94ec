/** A list and what was chosen from it: beside each other where there is room, one after the other on a phone. */
import { Show, Suspense, type JSX } from 'solid-js';
import { createMediaQuery, WIDE } from './media.ts';

interface BesideProps {
  /** The name of the list's region. */
  readonly label: string;
  readonly list: JSX.Element;
  /** Nothing is chosen. */
  readonly isAtList: boolean;
  /** What stands in the place of the chosen one while there is none. */
  readonly chooseOne: string;
  /** What is said while the chosen one is fetched. */
  readonly loading: string;
  /** The chosen one. */
  readonly children: JSX.Element;
}

/** One layout for both widths, so that a phone that is turned takes no form away from whoever types in it. */
export const Beside = (props: BesideProps) => {
  const wide = createMediaQuery(WIDE);
  return (
    <div classList={{ beside: wide(), page: !wide() && props.isAtList }}>
      <Show when={wide() || props.isAtList}>
        <section class="list" aria-label={props.label}>
          {props.list}
        </section>
      </Show>
      <Show
        when={!props.isAtList}
        fallback={
          <Show when={wide()}>
            <p class="page dim">{props.chooseOne}</p>
          </Show>
        }
      >
        <Suspense fallback={<p class="page busy">{props.loading}</p>}>{props.children}</Suspense>
      </Show>
    </div>
  );
};
