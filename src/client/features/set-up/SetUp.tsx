/** The first visit to a new server: its code, then the sample or a real unit; then the accounts, shown once. */
import { createSignal, Show } from 'solid-js';
import type { Problem } from '#domain/problem.ts';
import { useDoor } from '#client/state/context.ts';
import type { NewAccount, SetUpRequest } from '#client/state/workbook.ts';
import { problemText, t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { TextField } from '#client/ui/fields.tsx';
import { PageHeading } from '#client/ui/PageHeading.tsx';
import { AccountsTable } from './AccountsTable.tsx';

const empty = { code: '', unitName: '', unitKind: '', personName: '', signIn: '' };
type Field = keyof typeof empty;

export const SetUp = () => {
  const door = useDoor();
  const [typed, setTyped] = createSignal(empty);
  const [asked, setAsked] = createSignal<readonly Field[]>([]);
  const [problem, setProblem] = createSignal<Problem>();
  const [busy, setBusy] = createSignal(false);
  const [accounts, setAccounts] = createSignal<readonly NewAccount[]>();

  const put = (field: Field) => (value: string) => setTyped((before) => ({ ...before, [field]: value }));
  const missing = (field: Field) =>
    asked().includes(field) && typed()[field].trim() === '' ? problemText({ code: 'field/required' }) : undefined;

  const ask = async (fields: readonly Field[], request: () => SetUpRequest) => {
    setAsked(fields);
    const first = fields.find((field) => typed()[field].trim() === '');
    if (first !== undefined) {
      document.getElementById(`set-up-${first}`)?.focus();
      return;
    }
    setBusy(true);
    setProblem(undefined);
    const made = await door.setUp(request());
    setBusy(false);
    if (made.ok) setAccounts(made.value);
    else setProblem(made.problem);
  };
  const code = () => typed().code.trim();
  const makeSample = () => ask(['code'], () => ({ code: code(), sample: true }));
  const makeUnit = (event: SubmitEvent) => {
    event.preventDefault();
    return ask(['code', 'unitName', 'unitKind', 'personName', 'signIn'], () => ({
      code: code(),
      unit: { name: typed().unitName.trim(), kind: typed().unitKind.trim() },
      person: { name: typed().personName.trim(), signIn: typed().signIn.trim() },
    }));
  };
  const field = (name: Field, label: string, hint?: string) => (
    <TextField
      id={`set-up-${name}`}
      label={label}
      hint={hint}
      value={typed()[name]}
      onInput={put(name)}
      error={missing(name)}
    />
  );

  const questions = () => (
    <>
      <div class="stack tight">
        <PageHeading documentTitle={t().documentTitle(s().setUp.title)}>{s().setUp.title}</PageHeading>
        <p class="dim">{s().setUp.lead}</p>
      </div>
      <div role="alert">
        <Show when={problem()}>{(found) => <p class="summary">{problemText(found())}</p>}</Show>
      </div>
      {field('code', s().setUp.code)}
      <div class="two">
        <section class="card">
          <h2>{s().setUp.sampleTitle}</h2>
          <p class="dim">{s().setUp.sampleBody}</p>
          <button type="button" class="btn main" disabled={busy()} onClick={() => void makeSample()}>
            {s().setUp.sampleButton}
          </button>
        </section>
        <form class="card" onSubmit={(event) => void makeUnit(event)} autocomplete="off" novalidate>
          <h2>{s().setUp.realTitle}</h2>
          <div class="stack">
            {field('unitName', s().setUp.unitName, s().setUp.unitNameHint)}
            {field('unitKind', s().setUp.unitKind, s().setUp.unitKindHint)}
            {field('personName', s().setUp.personName)}
            {field('signIn', s().setUp.signIn, s().setUp.signInHint)}
            <button type="submit" class="btn" disabled={busy()}>
              {s().setUp.realButton}
            </button>
          </div>
        </form>
      </div>
    </>
  );

  return (
    <main class="door broad">
      <p class="brand">{t().productName}</p>
      <Show when={accounts()} fallback={questions()}>
        {(made) => <AccountsTable accounts={made()} onNoted={door.leaveSetUp} />}
      </Show>
    </main>
  );
};
