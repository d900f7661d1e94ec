/**
 * Things that stand side by side until a person chooses one, and go on standing there: the chosen one is marked, and
 * another can be chosen. It knows nothing of what they are.
 */
import { createEffect, createSignal, Index, on, Show, untrack } from 'solid-js';
import { FieldNotes, TextField } from './fields.tsx';
import { Icon } from './icons.tsx';
import { StateMark } from './marks.tsx';
import './side-by-side.css';

export interface Side {
  readonly value: string;
  readonly label: string;
  readonly notes: readonly string[];
}

interface Words {
  readonly reason: string;
  readonly submit: string;
  readonly change: string;
  readonly pick: string;
  readonly chosen: string;
  readonly notChosen: string;
  readonly open: string;
}

interface ChooseAmongProps {
  readonly id: string;
  readonly legend: string;
  readonly sides: readonly Side[];
  /** The value that was chosen, and why; `undefined` until somebody has. */
  readonly chosen: string | undefined;
  readonly reason: string | undefined;
  readonly mayChoose: boolean;
  readonly words: Words;
  /** Resolves once it is kept; `false` when it could not be. */
  readonly onChoose: (value: string, reason: string) => Promise<boolean>;
}

export const ChooseAmong = (props: ChooseAmongProps) => {
  const [picked, setPicked] = createSignal(untrack(() => props.chosen ?? ''));
  const [reason, setReason] = createSignal(untrack(() => props.reason ?? ''));
  const [changing, setChanging] = createSignal(false);
  const [isMissing, setMissing] = createSignal(false);
  const [busy, setBusy] = createSignal(false);
  // What somebody else has chosen meanwhile is what stands.
  createEffect(
    on(
      () => [props.chosen, props.reason] as const,
      ([chosen, why]) => {
        setPicked(chosen ?? '');
        setReason(why ?? '');
        setChanging(false);
      },
      { defer: true },
    ),
  );
  const asks = () => props.mayChoose && (props.chosen === undefined || changing());
  const submit = async () => {
    if (busy()) return;
    if (picked() === '') {
      setMissing(true);
      return;
    }
    setBusy(true);
    if (await props.onChoose(picked(), reason())) setChanging(false);
    setBusy(false);
  };
  const mark = (value: string) => {
    if (props.chosen === undefined) return props.words.open;
    return value === props.chosen ? props.words.chosen : props.words.notChosen;
  };
  const body = (side: Side) => (
    <span class="grow">
      <b>{side.label}</b>
      <Index each={side.notes}>{(note) => <span class="s dim lines">{note()}</span>}</Index>
    </span>
  );
  return (
    <form
      class="stack"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <fieldset class="group" id={props.id} tabindex="-1">
        <legend class="hidden-text">{props.legend}</legend>
        <div class="sides">
          <Index each={props.sides}>
            {(side) => (
              <div class="side" classList={{ 'in-use': side().value === props.chosen }}>
                <Show when={asks()} fallback={body(side())}>
                  <label class="check">
                    <input
                      type="radio"
                      name={props.id}
                      value={side().value}
                      checked={side().value === picked()}
                      onChange={() => {
                        setPicked(side().value);
                        setMissing(false);
                      }}
                    />
                    {body(side())}
                  </label>
                </Show>
                <StateMark
                  icon={side().value === props.chosen ? 'check' : 'none'}
                  tone={side().value === props.chosen ? 'good' : 'plain'}
                  word={mark(side().value)}
                />
              </div>
            )}
          </Index>
        </div>
        <FieldNotes id={props.id} error={isMissing() ? props.words.pick : undefined} />
      </fieldset>
      <Show
        when={asks()}
        fallback={
          <Show when={props.mayChoose}>
            <p>
              <button type="button" class="btn" onClick={() => setChanging(true)}>
                <Icon name="edit" size={20} />
                {props.words.change}
              </button>
            </p>
          </Show>
        }
      >
        <TextField id={`${props.id}-reason`} label={props.words.reason} value={reason()} onInput={setReason} />
        <p>
          <button type="submit" class="btn main" disabled={busy()}>
            {props.words.submit}
          </button>
        </p>
      </Show>
    </form>
  );
};
