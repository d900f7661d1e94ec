/** The head that every page of the editor has: the way back, and what is being done. */
import { Show, type JSX } from 'solid-js';
import { t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { Icon } from '#client/ui/icons.tsx';
import { PageHeading } from '#client/ui/PageHeading.tsx';

interface EditorFrameProps {
  readonly back: string;
  readonly backWords: string;
  readonly title: string;
  readonly lead?: string | undefined;
  readonly children: JSX.Element;
}

export const EditorFrame = (props: EditorFrameProps) => (
  <div class="page stack wide">
    <header class="stack tight">
      <a class="back" href={props.back}>
        <Icon name="back" size={20} />
        {props.backWords}
      </a>
      <PageHeading documentTitle={t().documentTitle(props.title)}>{props.title}</PageHeading>
      <Show when={props.lead}>
        <p class="dim">{props.lead}</p>
      </Show>
    </header>
    {props.children}
  </div>
);

/** Not there, or not to be changed by this person. */
export const Missing = (props: { readonly plan: string | undefined }) => (
  <EditorFrame
    back={props.plan === undefined ? '/ke-hoach' : `/ke-hoach/${props.plan}`}
    backWords={s().plan.title}
    title={s().notFound.title}
  >
    <p>{s().planEdit.notYours}</p>
  </EditorFrame>
);
