/** The first visit to a new server: its code, then the sample or a real unit; then the accounts, shown once. */
import { createSignal, Show } from 'solid-js';
import type { Problem } from '#domain/problem.ts';
import { useDoor } from '#client/state/context.ts';
import type { NewAccount, SetUpRequest } from '#client/state/workbook.ts';
import { problemText, t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { ErrorSummary, type SummaryLine } from '#client/ui/ErrorSummary.tsx';
import { TextField } from '#client/ui/fields.tsx';
import { PageHeading } from '#client/ui/PageHeading.tsx';
import { AccountsTable } from './AccountsTable.tsx';

const empty = { code: '', unitName: '', unitKind: '', personName: '', signIn: '' };
type Field = keyof typeof empty;
const isField = (name: string): name is Field => Object.hasOwn(empty, name);

/** As the server asks it: letters without accents and digits, dots between. */
const SIGN_IN_SHAPE = /^[a-z0-9]+(?:\.[a-z0-9]+)*$/iu;

/** The field that a refusal is about, if it is about one. */
const fieldOf = (problem: Problem): Field | undefined => {
  if (problem.code === 'set-up/wrong-code') return 'code';
  if (problem.code === 'account/name-taken') return 'signIn';
  if (problem.code !== 'request/malformed') return undefined;
  const last = problem.field?.split(/[./]/u).at(-1) ?? '';
  return isField(last) ? last : undefined;
};

export const SetUp = () => {
  const door = useDoor();
  const [typed, setTyped] = createSignal(empty);
  const [asked, setAsked] = createSignal<readonly Field[]>([]);
  const [problem, setProblem] = createSignal<Problem>();
  const [busy, setBusy] = createSignal(false);
  const [accounts, setAccounts] = createSignal<readonly NewAccount[]>();

  const put = (field: Field) => (value: string) => setTyped((before) => ({ ...before, [field]: value }));
  const unfit = (field: Field): string | undefined => {
    const value = typed()[field].trim();
    if (value === '') return problemText({ code: 'field/required' });
    return field === 'signIn' && !SIGN_IN_SHAPE.test(value) ? s().setUp.signInShape : undefined;
  };
  /** What was found at the last try stays until the next one. */
  const [lines, setLines] = createSignal<readonly SummaryLine[]>();
  const missing = (field: Field) => (asked().includes(field) ? unfit(field) : undefined);
  const idOf = (field: Field) => `set-up-${field}`;

  const ask = async (fields: readonly Field[], request: () => SetUpRequest) => {
    // Taken away first, so that a summary that comes again takes the focus again.
    setLines(undefined);
    setProblem(undefined);
    setAsked(fields);
    const found = fields.flatMap((field) => {
      const words = unfit(field);
      return words === undefined ? [] : [{ target: idOf(field), words: `${labels()[field]}: ${words}` }];
    });
    if (found.length > 0) {
      setLines(found);
      return;
    }
    setBusy(true);
    const made = await door.setUp(request());
    setBusy(false);
    if (made.ok) setAccounts(made.value);
    else refuse(made.problem);
  };
  const refuse = (refusal: Problem) => {
    const field = fieldOf(refusal);
    setProblem(refusal);
    setLines([{ target: field === undefined ? '' : idOf(field), words: problemText(refusal) }]);
  };
  const refused = (field: Field) => {
    const refusal = problem();
    return refusal && fieldOf(refusal) === field ? problemText(refusal) : undefined;
  };
  const labels = (): Readonly<Record<Field, string>> => ({
    code: s().setUp.code,
    unitName: s().setUp.unitName,
    unitKind: s().setUp.unitKind,
    personName: s().setUp.personName,
    signIn: s().setUp.signIn,
  });
  const code = () => typed().code.trim();
  const makeSample = (sample: true | 'year') => ask(['code'], () => ({ code: code(), sample }));
  const makeUnit = (event: SubmitEvent) => {
    event.preventDefault();
    return ask(['code', 'unitName', 'unitKind', 'personName', 'signIn'], () => ({
      code: code(),
      unit: { name: typed().unitName.trim(), kind: typed().unitKind.trim() },
      person: { name: typed().personName.trim(), signIn: typed().signIn.trim() },
    }));
  };
  const field = (name: Field, hint?: string) => (
    <TextField
      id={idOf(name)}
      label={labels()[name]}
      takesFocus={name === 'code'}
      hint={hint}
      value={typed()[name]}
      onInput={put(name)}
      error={missing(name) ?? refused(name)}
    />
  );

  const questions = () => (
    <>
      <div class="stack tight">
        <PageHeading documentTitle={t().documentTitle(s().setUp.title)}>{s().setUp.title}</PageHeading>
        <p class="dim">{s().setUp.lead}</p>
      </div>
      <Show when={lines()}>{(found) => <ErrorSummary title={s().errorTitle(found().length)} lines={found()} />}</Show>
      {field('code')}
      <div class="two">
        <section class="card">
          <h2>{s().setUp.sampleTitle}</h2>
          <p class="dim">{s().setUp.sampleBody}</p>
          <button type="button" class="btn main" disabled={busy()} onClick={() => void makeSample(true)}>
            {s().setUp.sampleButton}
          </button>
          <p class="dim">{s().setUp.sampleYearBody}</p>
          <button type="button" class="btn" disabled={busy()} onClick={() => void makeSample('year')}>
            {s().setUp.sampleYearButton}
          </button>
        </section>
        <form class="card" onSubmit={(event) => void makeUnit(event)} autocomplete="off" novalidate>
          <h2>{s().setUp.realTitle}</h2>
          <div class="stack">
            {field('unitName', s().setUp.unitNameHint)}
            {field('unitKind', s().setUp.unitKindHint)}
            {field('personName')}
            {field('signIn', s().setUp.signInHint)}
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
