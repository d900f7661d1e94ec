/** The year's deadlines and campaigns as a calendar file, to be downloaded or, where the phone can, shared. */
import { createMemo, Show, untrack } from 'solid-js';
import { calendarFile } from '#documents/calendar-file.ts';
import { mayShareFile, saveFile, shareWholeFile } from '#client/device/files.ts';
import { useWorkbook } from '#client/state/context.ts';
import { unitName } from '#client/state/unit-names.ts';
import { s } from '#client/texts/screens.ts';
import { Icon } from '#client/ui/icons.tsx';
import { showToast } from '#client/ui/toasts.tsx';
import { entriesForFile, fileOf } from './calendar-export.ts';
import { createSources } from './create-calendar.ts';

export const ExportCard = (props: { readonly year: number }) => {
  const workbook = useWorkbook();
  const sources = createSources(workbook);
  const entries = createMemo(() => {
    const from = sources();
    const year = String(props.year);
    return from === undefined ? [] : entriesForFile(from, { from: `${year}-01-01`, to: `${year}-12-31` });
  });
  const text = () =>
    calendarFile(entries(), { name: s().calendarFile.calendarName(unitName(workbook)), madeAt: Date.now() });
  const save = () => {
    saveFile(text(), s().calendarFile.fileName(props.year), 'text/calendar');
    showToast(s().calendarFile.saved(entries().length));
  };
  const share = async () => {
    if (!(await shareWholeFile(fileOf(text(), props.year)))) showToast(s().calendarFile.notShared);
  };
  // Asked of the phone once: the name of a year says nothing about the kind of file.
  const mayShare = mayShareFile(
    fileOf(
      '',
      untrack(() => props.year),
    ),
  );
  return (
    <section class="card" aria-labelledby="calendar-file">
      <h2 id="calendar-file">{s().calendarFile.title}</h2>
      <p>{s().calendarFile.lead(props.year)}</p>
      <p class="hint">{s().calendarFile.privacy}</p>
      <Show when={entries().length > 0} fallback={<p class="dim">{s().calendarFile.none}</p>}>
        <div class="line">
          <button type="button" class="btn" onClick={save}>
            <Icon name="calendar" size={20} />
            {s().calendarFile.save}
          </button>
          <Show when={mayShare}>
            <button type="button" class="btn" onClick={() => void share()}>
              <Icon name="upload" size={20} />
              {s().calendarFile.share}
            </button>
          </Show>
        </div>
      </Show>
    </section>
  );
};
