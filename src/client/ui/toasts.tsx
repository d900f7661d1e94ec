/** A word at the foot of the screen after something was done, with the way back for as long as it stands. */
import { createSignal, For, Show } from 'solid-js';

interface Toast {
  readonly key: number;
  readonly words: string;
  readonly action?: { readonly label: string; readonly do: () => void } | undefined;
}

const PLAIN_MS = 4_000;
const UNDO_MS = 10_000;
const [toasts, setToasts] = createSignal<readonly Toast[]>([]);
let lastKey = 0;

const dismiss = (key: number) => {
  setToasts((shown) => shown.filter((toast) => toast.key !== key));
};

export const showToast = (words: string, action?: Toast['action']): void => {
  lastKey += 1;
  const key = lastKey;
  // The same word twice says no more than once.
  setToasts((shown) => [...shown.filter((one) => one.action || one.words !== words).slice(-1), { key, words, action }]);
  setTimeout(() => dismiss(key), action ? UNDO_MS : PLAIN_MS);
};

/** What was said belongs to one person's workbook; it goes when the workbook is locked. */
export const clearToasts = (): void => {
  setToasts([]);
};

export const Toasts = () => (
  <div class="toasts" role="status" aria-live="polite">
    <For each={toasts()}>
      {(toast) => (
        <div class="toast">
          <span class="grow">{toast.words}</span>
          <Show when={toast.action}>
            {(action) => (
              <button
                type="button"
                onClick={() => {
                  action().do();
                  dismiss(toast.key);
                }}
              >
                {action().label}
              </button>
            )}
          </Show>
        </div>
      )}
    </For>
  </div>
);
