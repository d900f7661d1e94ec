/** Unsent work from a backup file, or from a copy that a lost database left here, put back into the open workbook. */
import { createSignal, Show } from 'solid-js';
import { problemText, t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { FilePicker } from '#client/ui/FilePicker.tsx';
import { Icon } from '#client/ui/icons.tsx';
import { PageHeading } from '#client/ui/PageHeading.tsx';
import { Copies, createCopies, SecretForm } from './Copies.tsx';

/** More than any workbook's unsent work weighs. */
const MAX_BYTES = 64 * 1024 * 1024;

export const Restore = () => {
  const recovery = createCopies();
  const [text, setText] = createSignal<string>();
  const [unfit, setUnfit] = createSignal(false);
  const [name, setName] = createSignal('');
  const choose = async (file: File) => {
    // A stick that was pulled out, or a picture that was meant for something else.
    const read = file.size <= MAX_BYTES ? await file.text().catch(() => '') : '';
    setName(file.name);
    setText(read === '' ? undefined : read);
    setUnfit(read === '');
  };
  return (
    <div class="page stack wide">
      <header>
        <a class="back" href="/them">
          <Icon name="back" size={20} />
          {t().nav.more}
        </a>
        <PageHeading documentTitle={t().documentTitle(s().recovery.restoreTitle)}>
          {s().recovery.restoreTitle}
        </PageHeading>
        <p class="dim">{s().recovery.restoreLead}</p>
      </header>
      <Show when={recovery()}>
        {(opened) => (
          <>
            <section class="card">
              <FilePicker
                label={s().recovery.file}
                busy={false}
                busyLabel={s().recovery.opening}
                onPick={(file) => void choose(file)}
              />
              <Show when={name()}>
                <p class="s dim">{name()}</p>
              </Show>
              <Show when={unfit()}>
                <p class="bad" role="alert">
                  {problemText({ code: 'rescue/unreadable' })}
                </p>
              </Show>
              <Show when={text()}>
                {(found) => (
                  <SecretForm
                    id="rescue-secret"
                    words={s().recovery.restore}
                    onSubmit={(secret) => opened().openFile(found(), secret)}
                  />
                )}
              </Show>
            </section>
            <Copies recovery={opened()} />
          </>
        )}
      </Show>
    </div>
  );
};
