/** One unit in a list: what it is called, where it stands, and what tells it from another of the same name. */
import { useLocation } from '@solidjs/router';
import { Show } from 'solid-js';
import { formatDate } from '#domain/dates.ts';
import { fold } from '#domain/folding.ts';
import { asOn } from '#domain/held.ts';
import { hasEndedBy, type UnitOfTree, type UnitTree } from '#domain/unit-tree.ts';
import { useWorkbook } from '#client/state/context.ts';
import { s } from '#client/texts/screens.ts';
import { Icon } from '#client/ui/icons.tsx';

interface UnitRowProps {
  readonly unit: UnitOfTree;
  readonly tree: UnitTree;
  /** The former name by which it was found. */
  readonly formerly?: string | undefined;
  /** Said in front of the rest. */
  readonly note?: string | undefined;
}

export const UnitRow = (props: UnitRowProps) => {
  const workbook = useWorkbook();
  const location = useLocation();
  const today = () => workbook.today();
  const held = () => asOn(props.unit.fields, today());
  const above = () => props.tree.above(props.unit.id).at(-1)?.fields;
  /** But for the one on whose page this stands. */
  const heirs = () =>
    props.tree.carriedOnBy(props.unit.id).filter(({ unit }) => location.pathname !== `/don-vi/${unit.id}`);
  const about = () => {
    const parent = above();
    const { to } = props.unit.fields;
    return [
      props.note ?? '',
      props.formerly === undefined ? '' : s().units.formerly(props.formerly),
      parent === undefined ? '' : asOn(parent, today()).name,
      held().officialCode === undefined ? '' : s().units.code(held().officialCode ?? ''),
      fold(held().name).startsWith(fold(held().kind)) ? '' : held().kind,
      hasEndedBy(props.unit, today()) && to !== undefined ? s().units.endedOn(formatDate(to)) : '',
      ...heirs().map(({ unit }) => s().units.nowIn(asOn(unit.fields, today()).name)),
    ]
      .filter((part) => part !== '')
      .join(' · ');
  };
  const href = () => `/don-vi/${props.unit.id}`;
  return (
    <a class="row" href={href()} aria-current={location.pathname === href() ? 'true' : undefined}>
      <div class="grow">
        {held().name}
        <Show when={about()}>
          <p class="s dim">{about()}</p>
        </Show>
      </div>
      <Icon name="next" size={18} />
    </a>
  );
};
