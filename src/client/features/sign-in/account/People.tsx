/** The accounts of a unit, for whoever administrates it. Asked of the server each time: nothing of it stays on the phone. */
import { createMemo, createResource, createSignal, Show } from 'solid-js';
import { formatDate, todayAt } from '#domain/dates.ts';
import { createUnitTree } from '#domain/unit-tree.ts';
import type { AccountSeen, Invited } from '#client/state/workbook.ts';
import { useWorkbook } from '#client/state/context.ts';
import { createTry } from '#client/state/create-try.ts';
import { problemText, t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { clockWords } from '#client/texts/words.ts';
import { EachById } from '#client/ui/Keyed.tsx';
import { Icon } from '#client/ui/icons.tsx';
import { PageHeading } from '#client/ui/PageHeading.tsx';
import { SelectField, type Option } from '#client/ui/SelectField.tsx';
import { CodeCard } from './CodeCard.tsx';
import { NewPersonForm } from './NewPersonForm.tsx';
import { PersonCard } from './PersonCard.tsx';

/** The unit and all below it, each by how deep it stands. */
const createUnitOptions = () => {
  const workbook = useWorkbook();
  const units = workbook.list('unit');
  const lines = workbook.list('unit-line');
  return createMemo((): readonly Option[] => {
    const tree = createUnitTree(
      units() ?? [],
      (lines() ?? []).map(({ fields }) => fields),
      workbook.today(),
    );
    const under = (id: string, depth: number): readonly Option[] => {
      const unit = tree.unit(id);
      if (unit === undefined) return [];
      const own = { value: id, label: `${'– '.repeat(depth)}${unit.fields.name}` };
      return [own, ...tree.below(id).flatMap((child) => under(child.id, depth + 1))];
    };
    return under(workbook.me().unit, 0);
  });
};

interface GivenCode extends Invited {
  readonly name: string;
  readonly signIn: string;
}

export const People = () => {
  const workbook = useWorkbook();
  const options = createUnitOptions();
  const [unit, setUnit] = createSignal(workbook.me().unit);
  const [given, setGiven] = createSignal<GivenCode>();
  const [adding, setAdding] = createSignal(false);
  const accounts = async () => (await workbook.online()).accounts;
  const [answer, { refetch }] = createResource(unit, async (of) => ({
    of,
    result: await createTry(async () => (await accounts()).ofUnit(of)).run(),
  }));
  /** An answer about the unit that was chosen before stands under no other's name. */
  const ofChosen = () => (answer.latest?.of === unit() ? answer.latest.result : undefined);
  const found = () => {
    const result = ofChosen();
    return result?.ok === true ? result.value : undefined;
  };
  const problem = () => {
    const result = ofChosen();
    return result?.ok === false ? result.problem : undefined;
  };
  const choose = (next: string) => {
    setUnit(next);
    setGiven(undefined);
    setAdding(false);
  };
  const give = (person: Pick<AccountSeen, 'name' | 'signIn'>, invited: Invited) => {
    setGiven({ ...invited, name: person.name, signIn: person.signIn });
    setAdding(false);
    void refetch();
  };
  return (
    <div class="page stack wide">
      <header class="stack tight">
        <a class="back" href="/them">
          <Icon name="back" size={20} />
          {s().more.title}
        </a>
        <PageHeading documentTitle={t().documentTitle(s().account.peopleTitle)}>{s().account.peopleTitle}</PageHeading>
        <p class="dim">{s().account.peopleLead}</p>
      </header>
      <Show when={options().length > 1}>
        <SelectField
          id="people-unit"
          label={s().account.peopleUnit}
          value={unit()}
          options={options()}
          onChange={choose}
        />
      </Show>
      <Show when={given()} keyed>
        {(code) => (
          <CodeCard
            name={code.name}
            signIn={code.signIn}
            code={code.code}
            until={s().account.moment(clockWords(code.expires), formatDate(todayAt(code.expires)))}
            onDone={() => setGiven(undefined)}
          />
        )}
      </Show>
      <Show when={problem()}>
        {(why) => (
          <section class="card warned" role="alert">
            <p>{problemText(why())}</p>
            <button type="button" class="btn" onClick={() => void refetch()}>
              {s().again}
            </button>
          </section>
        )}
      </Show>
      <Show when={found()} fallback={<p class="busy">{answer.loading ? t().loading : ''}</p>}>
        {(all) => (
          <>
            <Show when={all().people.length === 0}>
              <p>{s().account.nobody}</p>
            </Show>
            <ul class="accounts">
              <EachById each={all().people}>
                {(person) => (
                  <PersonCard
                    person={person()}
                    agency={all().agencies.find(({ id }) => id === person().agency)?.name ?? ''}
                    onInvited={(invited) => give(person(), invited)}
                    onChanged={() => void refetch()}
                  />
                )}
              </EachById>
            </ul>
            <Show
              when={adding()}
              fallback={
                <button type="button" class="btn main" onClick={() => setAdding(true)}>
                  <Icon name="plus" size={20} />
                  {s().account.add}
                </button>
              }
            >
              <NewPersonForm unit={unit()} agencies={all().agencies} onAdded={give} onCancel={() => setAdding(false)} />
            </Show>
          </>
        )}
      </Show>
    </div>
  );
};
