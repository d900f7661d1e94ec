/** What a record serves of the levels above: each link leads to where that stands in its plan. */
import { createMemo, For, Show } from 'solid-js';
import { useWorkbook } from '#client/state/context.ts';
import { s } from '#client/texts/screens.ts';
import { Icon } from '#client/ui/icons.tsx';

interface ServesProps {
  /** Keys of the set, `scope~id`. */
  readonly links: readonly string[];
}

export const Serves = (props: ServesProps) => {
  const workbook = useWorkbook();
  const plans = workbook.list('plan');
  const indicators = workbook.list('indicator');
  const tasks = workbook.list('task');
  const found = createMemo(() => {
    const wanted = new Set(props.links);
    const issuer = (plan: string) => plans()?.find((one) => one.id === plan)?.fields.issuer ?? '';
    const isWanted = ({ scope, id }: { readonly scope: string; readonly id: string }) => wanted.has(`${scope}~${id}`);
    return [
      ...(indicators() ?? []).filter(isWanted).map(({ id, fields }) => ({
        href: `/ke-hoach/${fields.plan}#${id}`,
        words: fields.text,
        issuer: issuer(fields.plan),
      })),
      ...(tasks() ?? []).filter(isWanted).map(({ id, fields }) => ({
        href: `/ke-hoach/${fields.plan}/nhiem-vu/${id}`,
        words: fields.text,
        issuer: issuer(fields.plan),
      })),
    ];
  });
  return (
    <Show when={found().length > 0}>
      <p class="s dim">{s().planEdit.serves}</p>
      <ul class="bullets">
        <For each={found()}>
          {(one) => (
            <li>
              <a href={one.href}>
                <Icon name="above" size={16} /> {[one.words, one.issuer].filter(Boolean).join(' · ')}
              </a>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
};
