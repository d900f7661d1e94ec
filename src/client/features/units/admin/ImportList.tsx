/** A published list of units: chosen, looked at, taken over. What is changed in the form makes the last look void. */
import { createMemo, createSignal, Match, Show, Switch, untrack } from 'solid-js';
import { createStore } from 'solid-js/store';
import { yearOf } from '#domain/dates.ts';
import { fail, ok } from '#domain/result.ts';
import type { ImportedUnits, SentUnitList } from '#client/state/administration.ts';
import { useWorkbook } from '#client/state/context.ts';
import { createTry } from '#client/state/create-try.ts';
import { problemText } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { DateField } from '#client/ui/DateField.tsx';
import { FieldNotes, TextField } from '#client/ui/fields.tsx';
import { FilePicker } from '#client/ui/FilePicker.tsx';
import type { UnitsKnown } from '../units-known.ts';
import { createLook } from './create-look.ts';
import { Counts, Faults } from './ListOutcome.tsx';
import { readListFile, type ListFile, type ListFileFault } from './list-file.ts';
import { readListForm, type ListForm } from './list-form.ts';
import { UnitPicker } from './UnitPicker.tsx';

interface ImportListProps {
  readonly known: UnitsKnown;
  readonly isWithin: (unit: string) => boolean;
}

const id = (field: string) => `list-${field}`;

export const ImportList = (props: ImportListProps) => {
  const workbook = useWorkbook();
  const words = () => s().unitAdmin.list;
  const [form, setForm] = createStore<ListForm>({
    source: '',
    dated: '',
    from: '',
    under: untrack(() => [workbook.me().unit]),
  });
  const [file, setFile] = createSignal<ListFile>();
  const [fileFault, setFileFault] = createSignal<ListFileFault>();
  const [isReading, setReading] = createSignal(false);
  const [attempted, setAttempted] = createSignal(false);
  const [done, setDone] = createSignal<ImportedUnits>();
  const read = createMemo(() => readListForm(form, file()));
  const put = (change: Partial<ListForm>) => {
    setForm(change);
    setDone(undefined);
  };
  const pick = async (chosen: File) => {
    setReading(true);
    const found = await readListFile(chosen);
    setReading(false);
    setFile(typeof found === 'string' ? undefined : found);
    setFileFault(typeof found === 'string' ? found : undefined);
    put({});
  };
  const error = (field: string): string | undefined => {
    const found = attempted() ? read().problems.find((one) => one.field === field) : undefined;
    return found && problemText(found.problem);
  };
  const fileError = () => {
    const fault = fileFault();
    if (fault !== undefined) return words()[fault];
    return error('file') === undefined ? undefined : words().noFile;
  };

  const looking = createLook(
    () => read().sent,
    async (sent) => (await workbook.online()).administration.previewUnitList(sent),
  );
  const taking = createTry(async (sent: SentUnitList) => {
    const { administration } = await workbook.online();
    const taken = await administration.importUnitList(sent);
    if (!taken.ok) return fail(taken.problem);
    looking.forget();
    setDone(taken.value);
    return ok(undefined);
  });
  const busy = () => looking.busy() || taking.busy();
  const take = () => {
    const seen = looking.seen();
    if (seen && !busy()) void taking.run(seen.asked);
  };
  const would = () => {
    const shown = looking.seen()?.answer;
    return shown && 'would' in shown ? shown.would : undefined;
  };
  const faults = () => {
    const shown = looking.seen()?.answer;
    return shown && 'faults' in shown ? shown : undefined;
  };

  return (
    <section class="stack" aria-labelledby="list-title">
      <h2 id="list-title">{words().title}</h2>
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
        <TextField
          id={id('source')}
          label={words().source}
          hint={words().sourceHint}
          value={form.source}
          onInput={(source) => put({ source })}
          error={error('source')}
        />
        <div class="two">
          <DateField
            id={id('dated')}
            label={words().dated}
            calendarLabel={`${s().planEdit.openCalendar}: ${words().dated}`}
            year={yearOf(workbook.today())}
            value={form.dated}
            onInput={(dated) => dated !== form.dated && put({ dated })}
            error={error('dated')}
          />
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
        </div>
        <UnitPicker
          id={id('under')}
          label={words().under}
          known={props.known}
          chosen={form.under}
          max={1}
          isOffered={props.isWithin}
          error={error('under') && s().unitAdmin.picker.missing}
          onChange={(under) => put({ under })}
        />
        <div class="stack tight" id={id('file')} tabindex="-1">
          <Show when={file()}>{(one) => <p>{words().chosen(one().name, Math.ceil(one().size / 1024))}</p>}</Show>
          <FilePicker
            label={file() ? words().otherFile : words().file}
            busy={isReading()}
            busyLabel={words().reading}
            onPick={(chosen) => void pick(chosen)}
          />
          <FieldNotes id={id('file')} error={fileError()} />
        </div>
        <p>
          <button type="submit" class="btn" classList={{ main: would() === undefined }} aria-disabled={busy()}>
            {looking.busy() ? s().unitAdmin.wait : s().unitAdmin.preview}
          </button>
        </p>
      </form>
      <Show when={looking.problem() ?? taking.problem()}>
        {(problem) => (
          <p class="summary" role="alert">
            {problemText(problem())}
          </p>
        )}
      </Show>
      <div role="status">
        <Switch>
          <Match when={faults()}>{(found) => <Faults faults={found().faults} count={found().count} />}</Match>
          <Match when={would()}>
            {(counts) => (
              <Counts title={words().would} counts={counts()}>
                <Show when={counts().added + counts().changed > 0} fallback={<p>{words().nothing}</p>}>
                  <p class="s">{words().finalNote}</p>
                  <p>
                    <button type="button" class="btn main" id="list-submit" aria-disabled={busy()} onClick={take}>
                      {taking.busy() ? s().unitAdmin.wait : words().submit(counts().added, counts().changed)}
                    </button>
                  </p>
                </Show>
              </Counts>
            )}
          </Match>
          <Match when={done()}>{(counts) => <Counts title={words().done} counts={counts()} />}</Match>
        </Switch>
      </div>
    </section>
  );
};
