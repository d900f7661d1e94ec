/** A code just made: shown once, to be handed over. */
import { onMount } from 'solid-js';
import { s } from '#client/texts/screens.ts';
import { showToast } from '#client/ui/toasts.tsx';

interface CodeCardProps {
  readonly name: string;
  readonly signIn: string;
  readonly code: string;
  readonly until: string;
  readonly onDone: () => void;
}

export const CodeCard = (props: CodeCardProps) => {
  let card: HTMLElement | undefined;
  onMount(() => card?.focus());
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(props.code);
      showToast(s().copied);
    } catch {
      // A browser may refuse the clipboard; what stands on the screen can be selected.
      showToast(s().notCopied);
    }
  };
  return (
    <section ref={(element) => (card = element)} class="card" tabindex="-1" aria-labelledby="code-title">
      <h2 id="code-title">{s().account.codeTitle(props.name)}</h2>
      <p class="big secret">{props.code}</p>
      <p>{s().account.codeLead(props.signIn, props.until)}</p>
      <p class="dim">{s().account.codeOnce}</p>
      <div class="line">
        <button type="button" class="btn" onClick={() => void copy()}>
          {s().account.copyCode}
        </button>
        <button type="button" class="btn main" onClick={() => props.onDone()}>
          {s().setUp.noted}
        </button>
      </div>
    </section>
  );
};
