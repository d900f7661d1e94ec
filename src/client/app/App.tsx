/**
 * What stands on the screen: the door's phase decides. The address is left alone until the workbook is open,
 * so that a deep link opens where it points after an offline unlock.
 */
import { createEffect, lazy, Match, onCleanup, onMount, Show, Suspense, Switch, untrack } from 'solid-js';
import { ChoosingSecret } from '#client/features/sign-in/ChoosingSecret.tsx';
import { SignIn } from '#client/features/sign-in/SignIn.tsx';
import { DoorContext, WorkbookContext } from '#client/state/context.ts';
import type { Door, Workbook } from '#client/state/workbook.ts';
import { restoreLanguage, t } from '#client/texts/current.ts';
import { applyTheme } from '#client/ui/theme.ts';
import { clearToasts, Toasts } from '#client/ui/toasts.tsx';
import '#client/ui/tokens.css';
import '#client/ui/base.css';
import '#client/ui/controls.css';
import '#client/ui/surfaces.css';
import '#client/ui/shell.css';
import { Routes } from './routes.tsx';
import type { Updates } from './updates.ts';

const UpdateBar = lazy(async () => ({ default: (await import('./UpdateBar.tsx')).UpdateBar }));
const Unlock = lazy(async () => ({ default: (await import('#client/features/sign-in/Unlock.tsx')).Unlock }));
const Unusable = lazy(async () => ({ default: (await import('#client/features/sign-in/Unusable.tsx')).Unusable }));
const Stuck = lazy(async () => ({ default: (await import('#client/features/recovery/Stuck.tsx')).Stuck }));
const Lost = lazy(async () => ({ default: (await import('#client/features/recovery/Lost.tsx')).Lost }));
const ReloadOnly = lazy(async () => ({
  default: (await import('#client/features/recovery/ReloadOnly.tsx')).ReloadOnly,
}));
const SetUp = lazy(async () => ({ default: (await import('#client/features/set-up/SetUp.tsx')).SetUp }));

/** What stands when storage fails must be at hand before it does: by then the app's own files may be gone too. */
const READY_MS = 10_000;
const makeReady = (door: Door): Promise<unknown> =>
  Promise.allSettled([Lost.preload(), ReloadOnly.preload(), door.recovery()]);

/** Open, and the workbook that goes with it: both, or neither. */
const openWorkbook = (door: Door): Workbook | undefined => (door.phase() === 'open' ? door.workbook() : undefined);

interface AppProps {
  readonly door: Door;
  readonly updates?: Updates;
}

export const App = (props: AppProps) => {
  // Read once: an attribute that is a call is made anew at every reading, and there is one door.
  const door = untrack(() => props.door);
  const updates = untrack(() => props.updates);
  onMount(() => {
    applyTheme();
    void restoreLanguage();
  });
  createEffect(() => {
    if (door.phase() === 'locked') clearToasts();
  });
  createEffect(() => {
    if (door.phase() !== 'open') return;
    let isOpen = true;
    let stopWatching: (() => void) | undefined;
    const watch = (): void => {
      import('#client/state/idle-lock.ts').then(
        ({ lockWhenIdle }) => {
          if (isOpen) stopWatching = lockWhenIdle(door.lock);
        },
        // Without a network on a first visit the parts are not there yet.
        () => {
          if (isOpen) timer = setTimeout(watch, READY_MS);
        },
      );
    };
    let timer = setTimeout(() => {
      void makeReady(door);
      watch();
    }, READY_MS);
    onCleanup(() => {
      isOpen = false;
      clearTimeout(timer);
      stopWatching?.();
    });
  });

  return (
    <DoorContext.Provider value={door}>
      <div role="status">
        <Show when={updates?.ready() && updates}>
          {(offered) => (
            <Suspense>
              <UpdateBar updates={offered()} />
            </Suspense>
          )}
        </Show>
      </div>
      <div role="status">
        <Show when={door.heldUp()}>
          <p class="ribbon">{t().heldUp}</p>
        </Show>
      </div>
      <Suspense fallback={<Opening />}>
        <Switch fallback={<Opening />}>
          <Match when={openWorkbook(door)} keyed>
            {(workbook) => (
              <WorkbookContext.Provider value={workbook}>
                <Routes />
              </WorkbookContext.Provider>
            )}
          </Match>
          <Match when={door.phase() === 'locked'}>
            <Unlock />
          </Match>
          <Match when={door.phase() === 'signed-out'}>
            <SignIn />
          </Match>
          <Match when={door.phase() === 'choosing-secret'}>
            <ChoosingSecret />
          </Match>
          <Match when={door.phase() === 'set-up'}>
            <SetUp />
          </Match>
          <Match when={door.phase() === 'lost'}>
            <Lost />
          </Match>
          <Match when={door.phase() === 'unusable'}>
            <Show when={door.problem()?.code.startsWith('store/')} fallback={<Unusable />}>
              <Stuck />
            </Show>
          </Match>
        </Switch>
      </Suspense>
      <Show when={door.stuck()}>
        {(problem) => (
          <Suspense>
            <ReloadOnly problem={problem()} />
          </Suspense>
        )}
      </Show>
      <Toasts />
    </DoorContext.Provider>
  );
};

const Opening = () => (
  <main class="door">
    <p class="brand">{t().productName}</p>
    <p class="dim">{t().loading}</p>
  </main>
);
