/** One register: searched without accents, by year, and what its money comes to where it has any. */
import { useLocation, useSearchParams } from '@solidjs/router';
import { createMemo, createSignal, For, Show } from 'solid-js';
import type { Register } from '#catalogue/registers.ts';
import { yearOf } from '#domain/dates.ts';
import type { RegisterName } from '#domain/register-names.ts';
import { useWorkbook } from '#client/state/context.ts';
import { mayRecord } from '#client/state/may-record.ts';
import { createNames } from '#client/state/names.ts';
import type { Saved } from '#client/state/workbook.ts';
import { t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { Icon } from '#client/ui/icons.tsx';
import { PageHeading } from '#client/ui/PageHeading.tsx';
import { SelectField } from '#client/ui/SelectField.tsx';
import { BudgetTotals } from './BudgetTotals.tsx';
import { newHref, ROOT, rowHref } from './place.ts';
import { RegisterRow } from './RegisterRow.tsx';
import { foundIn, given, yearsIn, type RegisterRow as Row } from './rows.ts';
import { foldedRow, namesOfTime } from './shown.ts';

const ROWS_AT_ONCE = 120;

interface RegisterListProps {
  readonly register: Register;
  readonly isPage: boolean;
  readonly chosen: string | undefined;
}

const isBudget = (row: Saved<RegisterName>): row is Saved<'budget-line'> => row.table === 'budget-line';

export const RegisterList = (props: RegisterListProps) => {
  const workbook = useWorkbook();
  const location = useLocation();
  const names = createNames(workbook);
  const namesOn = (row: Row) => namesOfTime(names, props.register, given(row));
  const [params, setParams] = useSearchParams<{ nam: string }>();
  const [query, setQuery] = createSignal('');
  const [rowsShown, setRowsShown] = createSignal(ROWS_AT_ONCE);
  const all = createMemo(() => workbook.list<RegisterName>(props.register.table)());
  const years = createMemo(() => yearsIn(props.register, all() ?? [], yearOf(workbook.today())));
  const year = () => {
    const asked = Number(params.nam);
    return years().includes(asked) ? asked : undefined;
  };
  const found = createMemo(() =>
    foundIn(props.register, all() ?? [], { query: query(), year: year() }, (row) =>
      foldedRow(props.register, row, namesOn(row)),
    ),
  );
  const title = () => s().tables[props.register.table];
  const emptyWords = () => {
    if (query().trim() !== '') return s().registers.notFound(query().trim());
    return s().registers.yearEmpty(year() ?? yearOf(workbook.today()));
  };

  return (
    <div class="stack">
      <header class="stack tight">
        <a class="back" href={ROOT}>
          <Icon name="back" size={20} />
          {s().registers.back}
        </a>
        <div class="line between">
          <Show when={props.isPage} fallback={<p class="brand">{title()}</p>}>
            <PageHeading documentTitle={t().documentTitle(title())}>{title()}</PageHeading>
          </Show>
          <Show when={mayRecord(workbook.me(), props.register.table)}>
            <a class="btn main" href={newHref(props.register)}>
              <Icon name="plus" size={18} />
              {s().registers.add}
            </a>
          </Show>
        </div>
      </header>
      <Show when={all()} fallback={<p class="busy">{t().loading}</p>}>
        <Show when={all()?.length !== 0} fallback={<Empty register={props.register} />}>
          <div class="stack">
            <div class="stack">
              <div class="field" role="search">
                <label class="hidden-text" for="register-search">
                  {s().registers.search}
                </label>
                <input
                  class="input"
                  id="register-search"
                  type="search"
                  autocomplete="off"
                  placeholder={s().registers.search}
                  value={query()}
                  onInput={(event) => setQuery(event.currentTarget.value)}
                />
              </div>
              <Show when={years().length > 1}>
                <SelectField
                  id="register-year"
                  label={s().registers.year}
                  value={String(year() ?? '')}
                  options={[
                    { value: '', label: s().registers.allYears },
                    ...years().map((one) => ({ value: String(one), label: String(one) })),
                  ]}
                  onChange={(nam) => setParams({ nam })}
                />
              </Show>
            </div>
            <p class="hidden-text" aria-live="polite">
              {query() ? s().registers.found(found().length) : ''}
            </p>
            <Show when={found().some(isBudget)}>
              <BudgetTotals lines={found().filter(isBudget)} />
            </Show>
            <Show when={found().length > 0} fallback={<p class="card quiet">{emptyWords()}</p>}>
              <ul class="rows">
                <For each={found().slice(0, rowsShown())}>
                  {(row) => (
                    <li>
                      <RegisterRow
                        register={props.register}
                        row={row}
                        href={`${rowHref(props.register, row.id)}${location.search}`}
                        isChosen={row.id === props.chosen}
                        nameOf={namesOn(row)}
                      />
                    </li>
                  )}
                </For>
              </ul>
            </Show>
            <Show when={found().length > rowsShown()}>
              <button type="button" class="btn" onClick={() => setRowsShown((rows) => rows + ROWS_AT_ONCE)}>
                {s().activity.moreRows}
              </button>
            </Show>
          </div>
        </Show>
      </Show>
    </div>
  );
};

/** What the register is for. */
const Empty = (props: { readonly register: Register }) => {
  const workbook = useWorkbook();
  return (
    <section class="card stack tight">
      <h2>{s().registers.emptyTitle}</h2>
      <Show when={mayRecord(workbook.me(), props.register.table)} fallback={<p>{s().registers.emptyReader}</p>}>
        <p>{s().registers.empty[props.register.table]}</p>
      </Show>
    </section>
  );
};
