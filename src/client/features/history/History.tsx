/** What became of a record, as the server kept it: who, when, which field, from what to what. Asked for online. */
import { useParams } from '@solidjs/router';
import { createMemo, createResource, createSignal, For, Match, Show, Switch } from 'solid-js';
import { activityTypes } from '#catalogue/activity-types.ts';
import { outputs } from '#catalogue/outputs.ts';
import { registerCodes } from '#catalogue/register-codes.ts';
import { topics } from '#catalogue/topics.ts';
import { formatDate, todayAt } from '#domain/dates.ts';
import type { Problem } from '#domain/problem.ts';
import { useWorkbook } from '#client/state/context.ts';
import { createTry } from '#client/state/create-try.ts';
import { createNames } from '#client/state/names.ts';
import type { HistoryPage, HistoryQuestion } from '#client/state/workbook.ts';
import { problemText, t } from '#client/texts/current.ts';
import { fieldName, valueWords, type RecordWords } from '#client/texts/record-words.ts';
import { s } from '#client/texts/screens.ts';
import { clockWords } from '#client/texts/words.ts';
import { Icon } from '#client/ui/icons.tsx';
import { PageHeading } from '#client/ui/PageHeading.tsx';
import { showToast } from '#client/ui/toasts.tsx';
import '#client/ui/side-by-side.css';
import { createRuleNames } from './create-rule-names.ts';
import { createSubject } from './create-subject.ts';
import { blocksOf, type HistoryBlock } from './history-blocks.ts';

const isLinkProblem = ({ code }: Problem): boolean => code === 'courier/offline' || code === 'courier/unreachable';

export const History = () => {
  const workbook = useWorkbook();
  const params = useParams();
  const names = createNames(workbook);
  const ruleWords = createRuleNames(workbook);
  const nameOf = (of: string) => names(of) ?? ruleWords(of);
  const words: RecordWords = { types: activityTypes, outputs, topics, codes: registerCodes, nameOf };
  const id = () => decodeURIComponent(params['id'] ?? '');
  const subject = createSubject(workbook, names, () => params['table'] ?? '', id);
  /** The pages after the first, as they were asked for. */
  const [older, setOlder] = createSignal<readonly HistoryPage[]>([]);
  /** The same question is not asked again because something arrived meanwhile: what is being read stays. */
  const question = createMemo(
    (): HistoryQuestion | undefined =>
      subject.isKnown() ? { scope: subject.scope(), table: subject.table(), id: id() } : undefined,
    undefined,
    { equals: (a, b) => a?.scope === b?.scope && a?.table === b?.table && a?.id === b?.id },
  );
  const ask = async (asked: HistoryQuestion) => (await workbook.online()).history(asked);
  const asking = createTry(ask);
  const [answer, { refetch }] = createResource(question, async (asked) => {
    setOlder([]);
    return createTry(ask).run(asked);
  });
  const pages = createMemo(() => {
    const first = answer();
    return first?.ok === true ? [first.value, ...older()] : [];
  });
  const blocks = createMemo(() => blocksOf(pages().flatMap((page) => page.entries)));
  const next = () => pages().at(-1)?.next ?? undefined;
  const problem = () => {
    const found = answer();
    return found?.ok === false ? found.problem : undefined;
  };
  const readOlder = async () => {
    const page = await asking.run({ scope: subject.scope(), table: subject.table(), id: id(), before: next() });
    if (page === undefined) return;
    if (page.ok) setOlder((known) => [...known, page.value]);
    else showToast(isLinkProblem(page.problem) ? s().history.offline : problemText(page.problem));
  };

  return (
    <div class="page stack wide">
      <header class="stack tight">
        <a class="back" href={subject.page()}>
          <Icon name="back" size={20} />
          {t().back}
        </a>
        <PageHeading documentTitle={t().documentTitle(s().history.title)}>{s().history.title}</PageHeading>
        <p class="dim">{subject.title()}</p>
      </header>
      <Show when={subject.state() !== undefined && subject.state() !== 'sent'}>
        <p class="card quiet s">{s().history.unsent}</p>
      </Show>
      <Switch>
        <Match when={answer.loading}>
          <p class="busy" role="status">
            {s().history.loading}
          </p>
        </Match>
        <Match when={problem()}>
          {(found) => (
            <section class="card warned" role="status">
              <p>{isLinkProblem(found()) ? s().history.offline : problemText(found())}</p>
              <p>
                <button type="button" class="btn" onClick={() => void refetch()}>
                  {s().history.again}
                </button>
              </p>
            </section>
          )}
        </Match>
        <Match when={blocks().length === 0}>
          <p class="card quiet dim">{s().history.empty}</p>
        </Match>
        <Match when={blocks().length > 0}>
          <ol class="stack">
            <For each={blocks()}>
              {(block) => (
                <li>
                  <Block block={block} words={words} />
                </li>
              )}
            </For>
          </ol>
          <Show when={next() !== undefined}>
            <button type="button" class="btn" disabled={asking.busy()} onClick={() => void readOlder()}>
              {s().history.more}
            </button>
          </Show>
        </Match>
      </Switch>
    </div>
  );
};

const Block = (props: { readonly block: HistoryBlock; readonly words: RecordWords }) => {
  const workbook = useWorkbook();
  const who = () => {
    const { person } = props.block;
    if (person === workbook.me().id) return s().conflict.me;
    return person === '' ? s().conflict.server : (props.words.nameOf(person) ?? s().conflict.someone);
  };
  const what = () => {
    const { what: done, fields } = props.block;
    return done === 'changed' ? s().history.changes(fields.length) : s().history[done];
  };
  return (
    <article class="card">
      <header>
        <h2>{who()}</h2>
        <p class="s dim">
          {clockWords(props.block.at)} {formatDate(todayAt(props.block.at))} · {what()}
        </p>
      </header>
      <dl class="changes">
        <For each={props.block.fields}>
          {(one) => (
            <div>
              <dt>{fieldName(one.field, props.words)}</dt>
              <Show
                when={props.block.what !== 'made' && props.block.what !== 'unused'}
                fallback={<dd class="lines">{valueWords(one.field, one.after, props.words)}</dd>}
              >
                <Change
                  before={valueWords(one.field, one.before, props.words)}
                  after={valueWords(one.field, one.after, props.words)}
                />
              </Show>
            </div>
          )}
        </For>
      </dl>
    </article>
  );
};

const LONG_WORDS = 60;

/** Short values in one line; long ones one under the other, each by its name. */
const Change = (props: { readonly before: string; readonly after: string }) => {
  const isLong = () => props.before.length + props.after.length > LONG_WORDS || /\n/u.test(props.before + props.after);
  return (
    <dd classList={{ long: isLong() }}>
      <span class="lines">
        <span class={isLong() ? 's dim' : 'hidden-text'}>{s().history.before}: </span>
        <del>{props.before}</del>
      </span>
      <Show when={!isLong()}>
        <span aria-hidden="true"> → </span>
      </Show>
      <span class="lines">
        <span class={isLong() ? 's dim' : 'hidden-text'}>{s().history.after}: </span>
        {props.after}
      </span>
    </dd>
  );
};
