/**
 * The one h1 of a page. It names the document and takes the focus when the page was reached inside the app,
 * so that a screen reader says where it is; on the first page after opening the focus stays where the browser put it.
 */
import { createEffect, onMount } from 'solid-js';
import type { JSX } from 'solid-js';

let pagesShown = 0;

interface PageHeadingProps {
  /** What the tab is called; never a name or a figure, for tabs are seen by others. */
  readonly documentTitle: string;
  readonly children: JSX.Element;
}

export const PageHeading = (props: PageHeadingProps) => {
  let heading: HTMLHeadingElement | undefined;
  createEffect(() => {
    document.title = props.documentTitle;
  });
  onMount(() => {
    pagesShown += 1;
    if (pagesShown > 1) heading?.focus({ preventScroll: true });
  });
  return (
    <h1 ref={(element) => (heading = element)} tabindex="-1">
      {props.children}
    </h1>
  );
};
