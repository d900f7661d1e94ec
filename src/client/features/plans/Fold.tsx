/** One part of a plan's page, to be folded away; a long one comes folded. */
import { Show, type JSX } from 'solid-js';
import { Icon } from '#client/ui/icons.tsx';

interface FoldProps {
  readonly id: string;
  readonly title: string;
  readonly count?: number;
  readonly folded?: boolean;
  readonly children: JSX.Element;
}

export const Fold = (props: FoldProps) => (
  <details class="fold part" id={props.id} open={!props.folded}>
    <summary>
      <Icon name="next" size={16} />
      <h2>
        {props.title}
        <Show when={props.count}>
          {(count) => (
            <>
              {' '}
              <span class="dim num">{count()}</span>
            </>
          )}
        </Show>
      </h2>
    </summary>
    <div class="stack">{props.children}</div>
  </details>
);
