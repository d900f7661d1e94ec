/** Units that merge: which end, which one carries on, from when; looked at, then done. */
import { createMemo, createSignal, For, Match, Show, Switch } from 'solid-js';
import { createStore } from 'solid-js/store';
import { formatDate, yearOf } from '#domain/dates.ts';
import { asOn } from '#domain/held.ts';
import { isWithin } from '#domain/relations.ts';
import { fail, ok } from '#domain/result.ts';
import { parseDate } from '#domain/typed-dates.ts';
import { unitKinds } from '#domain/unit-kinds.ts';
import type { MergerPreview, UnitMerger } from '#client/state/administration.ts';
import { useWorkbook } from '#client/state/context.ts';
import { createTry } from '#client/state/create-try.ts';
import { problemText } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { Choice } from '#client/ui/choices.tsx';
import { DateField } from '#client/ui/DateField.tsx';
import { TextField } from '#client/ui/fields.tsx';
import { SelectField } from '#client/ui/SelectField.tsx';
import type { UnitsKnown } from '../units-known.ts';
import { createLook } from './create-look.ts';
import { readMergerForm, type MergerForm } from './merger-form.ts';
import { UnitPicker } from './UnitPicker.tsx';

interface MergeUnitsProps {
  readonly known: UnitsKnown;
  readonly isWithin: (unit: string) => boolean;
}

const empty: MergerForm = { units: [], into: 'new', name: '', kind: 'xã', code: '', parent: [], known: [], from: '' };
const MOST = 50;
/** Enough to recognise them by. */
const NAMED = 10;
const id = (field: string) => `merger-${field}`;

export const MergeUnits = (props: MergeUnitsProps) => {
  const workbook = useWorkbook();
  const words = () => s().unitAdmin.merger;
  const [form, setForm] = createStore<MergerForm>({ ...empty });
  const [attempted, setAttempted] = createSignal(false);
  const [done, setDone] = createSignal<{ readonly id: string; readonly name: string }>();
  const read = createMemo(() => readMergerForm(form));
  const put = (change: Partial<MergerForm>) => {
    setForm(change);
    setDone(undefined);
  };
  const error = (field: string): string | undefined => {
    const found = attempted() ? read().problems.find((one) => one.field === field) : undefined;
    return found && problemText(found.problem);
  };
  const nameOf = (unit: string): string => {
    const found = props.known.tree()?.unit(unit);
    return found === undefined ? unit : asOn(found.fields, workbook.today()).name;
  };
  const namesOf = (units: readonly string[]): string =>
    [...units.slice(0, NAMED).map(nameOf), ...(units.length > NAMED ? ['…'] : [])].join(', ');
  const heir = () => (form.into === 'new' ? form.name.trim() : nameOf(form.known[0] ?? ''));
  /** What carries on neither ends nor stands below what ends: the server asks the same. */
  const isHeldBy = (unit: string, ending: readonly string[]): boolean => {
    const from = parseDate(form.from);
    return isWithin(unit, ending, props.known.lines(), from.ok ? from.value : workbook.today());
  };
  /** Not the own unit: whoever stands above it lets it end. */
  const mayMerge = (unit: string): boolean => props.isWithin(unit) && unit !== workbook.me().unit;
  const mayEnd = (unit: string): boolean =>
    mayMerge(unit) && !(form.into === 'new' ? form.parent : form.known).some((one) => isHeldBy(one, [unit]));

  const looking = createLook(
    () => read().merger,
    async (merger) => (await workbook.online()).administration.previewMerger(merger),
  );
  const merging = createTry(async (merger: UnitMerger) => {
    const name = heir();
    const { administration } = await workbook.online();
    const merged = await administration.mergeUnits(merger);
    if (!merged.ok) return fail(merged.problem);
    looking.forget();
    // What was typed meanwhile is another merger.
    if (read().merger === merger) {
      put({ ...empty });
      setAttempted(false);
    }
    setDone({ id: merged.value.id, name });
    return ok(undefined);
  });
  const followsOf = ({ last, above, below, people }: MergerPreview): readonly string[] => [
    words().ends(namesOf(form.units), formatDate(last)),
    words().carriesOn(heir(), form.from, above === null ? '' : nameOf(above)),
    ...(below.length > 0 ? [words().below(below.length, namesOf(below))] : []),
    words().people(people),
    words().records,
  ];
  const busy = () => looking.busy() || merging.busy();
  const merge = () => {
    const seen = looking.seen();
    if (seen && !busy()) void merging.run(seen.asked);
  };

  return (
    <section class="stack" aria-labelledby="merger-title">
      <h2 id="merger-title">{words().title}</h2>
      <p class="dim">{words().lead}</p>
      <form
        class="stack"
        autocomplete="off"
        novalidate
        onSubmit={(event) => {
          event.preventDefault();
          setAttempted(true);
          if (!busy()) void looking.run();
        }}
      >
        <UnitPicker
          id={id('units')}
          label={words().units}
          known={props.known}
          chosen={form.units}
          max={MOST}
          isOffered={mayEnd}
          error={error('units') && words().unitsMissing}
          onChange={(units) => put({ units })}
        />
        <Choice
          id={id('into')}
          legend={words().into}
          options={[
            { value: 'new', label: words().intoNew },
            { value: 'known', label: words().intoKnown },
          ]}
          value={form.into}
          onChange={(into) => put({ into: into === 'known' ? 'known' : 'new' })}
        />
        <Show
          when={form.into === 'new'}
          fallback={
            <UnitPicker
              id={id('known')}
              label={words().known}
              known={props.known}
              chosen={form.known}
              max={1}
              isOffered={(unit) => mayMerge(unit) && !isHeldBy(unit, form.units)}
              error={error('known') && s().unitAdmin.picker.missing}
              onChange={(known) => put({ known })}
            />
          }
        >
          <TextField
            id={id('name')}
            label={words().name}
            hint={words().nameHint}
            value={form.name}
            onInput={(name) => put({ name })}
            error={error('name')}
          />
          <div class="two">
            <SelectField
              id={id('kind')}
              label={words().kind}
              value={form.kind}
              options={unitKinds.map((kind) => ({ value: kind, label: kind }))}
              onChange={(kind) => put({ kind })}
            />
            <TextField
              id={id('code')}
              label={words().code}
              hint={words().optional}
              numeric
              value={form.code}
              onInput={(code) => put({ code })}
              error={error('code')}
            />
          </div>
          <UnitPicker
            id={id('parent')}
            label={words().parent}
            hint={words().parentHint}
            known={props.known}
            chosen={form.parent}
            max={1}
            isOffered={(unit) => props.isWithin(unit) && !isHeldBy(unit, form.units)}
            onChange={(parent) => put({ parent })}
          />
        </Show>
        <DateField
          id={id('from')}
          label={words().from}
          hint={words().fromHint}
          calendarLabel={`${s().planEdit.openCalendar}: ${words().from}`}
          year={yearOf(workbook.today())}
          value={form.from}
          onInput={(from) => from !== form.from && put({ from })}
          error={error('from')}
        />
        <p>
          <button type="submit" class="btn" classList={{ main: looking.seen() === undefined }} aria-disabled={busy()}>
            {looking.busy() ? s().unitAdmin.wait : s().unitAdmin.preview}
          </button>
        </p>
      </form>
      <Show when={looking.problem() ?? merging.problem()}>
        {(problem) => (
          <p class="summary" role="alert">
            {problemText(problem())}
          </p>
        )}
      </Show>
      <div role="status">
        <Switch>
          <Match when={looking.seen()}>
            {(shown) => (
              <section class="card stack tight" aria-label={words().would}>
                <h3>{words().would}</h3>
                <ul class="stack tight">
                  <For each={followsOf(shown().answer)}>{(line) => <li>{line}</li>}</For>
                </ul>
                <p class="s">{words().finalNote}</p>
                <p>
                  <button type="button" class="btn main" id="merger-submit" aria-disabled={busy()} onClick={merge}>
                    {merging.busy() ? s().unitAdmin.wait : words().submit(form.units.length)}
                  </button>
                </p>
              </section>
            )}
          </Match>
          <Match when={done()}>
            {(made) => (
              <section class="card stack tight">
                <p>{words().done(made().name)}</p>
                <p>
                  <a href={`/don-vi/${made().id}`}>{words().open}</a>
                </p>
              </section>
            )}
          </Match>
        </Switch>
      </div>
    </section>
  );
};
