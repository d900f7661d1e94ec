/** Which registers there are, how much stands in each, and what in them still asks for something. */
import { createMemo, For, Show } from 'solid-js';
import { registers, type Register } from '#catalogue/registers.ts';
import { useWorkbook } from '#client/state/context.ts';
import { t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { Icon } from '#client/ui/icons.tsx';
import { StateMark } from '#client/ui/marks.tsx';
import { PageHeading } from '#client/ui/PageHeading.tsx';
import { listHref } from './place.ts';
import { given, isOver, openOf } from './rows.ts';

export const RegisterIndex = () => (
  <div class="page stack wide">
    <header class="stack tight">
      <PageHeading documentTitle={t().documentTitle(s().registers.title)}>{s().registers.title}</PageHeading>
      <p class="dim">{s().registers.lead}</p>
    </header>
    <ul class="card rows">
      <For each={registers}>
        {(register) => (
          <li>
            <IndexRow register={register} />
          </li>
        )}
      </For>
    </ul>
  </div>
);

const IndexRow = (props: { readonly register: Register }) => {
  const workbook = useWorkbook();
  const rows = createMemo(() => workbook.list(props.register.table)());
  /** What ended is in the register, but not among what there is. */
  const standing = () => (rows() ?? []).filter((row) => !isOver(props.register, given(row), workbook.today())).length;
  const open = createMemo(
    () => (rows() ?? []).filter((row) => openOf(props.register, given(row), workbook.today()) !== undefined).length,
  );
  const openWords = () => (props.register.table === 'difficulty' ? s().registers.open : s().registers.toFollow);
  return (
    <a class="row" href={listHref(props.register)}>
      <span class="grow titled">
        <b>{s().tables[props.register.table]}</b>
        <Show when={open() > 0}>
          <StateMark icon="clock" tone="warn" word={openWords()(open())} />
        </Show>
      </span>
      <Show when={rows() !== undefined}>
        <span classList={{ num: true, dim: standing() === 0 }}>{s().registers.rows(standing())}</span>
      </Show>
      <Icon name="next" size={18} />
    </a>
  );
};
