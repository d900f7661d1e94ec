/** A new person: who, in which role, under which sign-in name. What comes back is a code to hand over. */
import { createSignal, Show } from 'solid-js';
import { Role } from '#domain/records/unit.ts';
import type { Invited } from '#client/state/workbook.ts';
import { useWorkbook } from '#client/state/context.ts';
import { createTry } from '#client/state/create-try.ts';
import { problemText } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { ErrorSummary, type SummaryLine } from '#client/ui/ErrorSummary.tsx';
import { TextField } from '#client/ui/fields.tsx';
import { SelectField } from '#client/ui/SelectField.tsx';

interface NewPersonFormProps {
  readonly unit: string;
  readonly agencies: readonly { readonly id: string; readonly name: string }[];
  readonly onAdded: (person: { readonly name: string; readonly signIn: string }, invited: Invited) => void;
  readonly onCancel: () => void;
}

const empty = { name: '', title: '', role: 'officer', agency: '', signIn: '' };
type Field = keyof typeof empty;
/** As the server asks it: letters without accents and digits, dots between. */
const SIGN_IN_SHAPE = /^[a-z0-9]+(?:\.[a-z0-9]+)*$/iu;
const isRole = (value: string): value is Role => Role.options.some((role) => role === value);

export const NewPersonForm = (props: NewPersonFormProps) => {
  const workbook = useWorkbook();
  const [typed, setTyped] = createSignal(empty);
  const [lines, setLines] = createSignal<readonly SummaryLine[]>();
  const adding = createTry(async (role: Role) =>
    (await workbook.online()).accounts.add({
      unit: props.unit,
      role,
      agency: typed().agency,
      name: typed().name.trim(),
      title: typed().title.trim(),
      signIn: typed().signIn.trim(),
    }),
  );
  const put = (field: Field) => (value: string) => setTyped((before) => ({ ...before, [field]: value }));
  const idOf = (field: Field) => `person-${field}`;
  const faults = (): Partial<Record<Field, string>> => {
    const { name, signIn } = typed();
    const required = problemText({ code: 'field/required' });
    const problem = adding.problem();
    return {
      ...(name.trim() === '' && { name: required }),
      ...(!SIGN_IN_SHAPE.test(signIn.trim()) && {
        signIn: signIn.trim() === '' ? required : s().account.newSignInShape,
      }),
      ...(problem?.code === 'account/name-taken' && { signIn: problemText(problem) }),
    };
  };
  const errorOf = (field: Field) => (lines() === undefined ? undefined : faults()[field]);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setLines(undefined);
    adding.fail(undefined);
    const { role } = typed();
    const wrong = Object.entries(faults());
    if (wrong.length === 0 && isRole(role)) {
      const added = await adding.run(role);
      if (added?.ok === true)
        return props.onAdded({ name: typed().name.trim(), signIn: added.value.signIn }, added.value);
    }
    const problem = adding.problem();
    const labels: Partial<Record<string, string>> = { name: s().account.name, signIn: s().account.newSignIn };
    const found = Object.entries(faults()).map(([field, words]) => ({
      target: `person-${field}`,
      words: `${labels[field] ?? ''}: ${words}`,
    }));
    setLines(found.length > 0 || problem === undefined ? found : [{ target: '', words: problemText(problem) }]);
  };

  return (
    <form class="card" onSubmit={(event) => void submit(event)} autocomplete="off" novalidate>
      <h2>{s().account.addTitle}</h2>
      <Show when={lines()}>{(found) => <ErrorSummary title={s().errorTitle(found().length)} lines={found()} />}</Show>
      <div class="stack">
        <TextField
          id={idOf('name')}
          label={s().account.name}
          value={typed().name}
          onInput={put('name')}
          takesFocus
          error={errorOf('name')}
        />
        <TextField id={idOf('title')} label={s().account.jobTitle} value={typed().title} onInput={put('title')} />
        <SelectField
          id={idOf('role')}
          label={s().account.role}
          value={typed().role}
          options={Role.options.map((role) => ({ value: role, label: s().roles[role] }))}
          onChange={put('role')}
        />
        <SelectField
          id={idOf('agency')}
          label={s().account.agency}
          value={typed().agency}
          options={[
            { value: '', label: s().account.noAgency },
            ...props.agencies.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={put('agency')}
        />
        <TextField
          id={idOf('signIn')}
          label={s().account.newSignIn}
          hint={s().account.newSignInHint}
          value={typed().signIn}
          onInput={put('signIn')}
          error={errorOf('signIn')}
        />
        <div class="line">
          <button type="submit" class="btn main" disabled={adding.busy()}>
            {s().account.addButton}
          </button>
          <button type="button" class="btn plain" onClick={() => props.onCancel()}>
            {s().cancel}
          </button>
        </div>
      </div>
    </form>
  );
};
