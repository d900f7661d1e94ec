/** No network at all: three steps for one's own work, and one card for whoever carries another's. */
import { createResource, createSignal } from 'solid-js';
import { useWorkbook } from '#client/state/context.ts';
import type { MadeFile, MadeFiles } from '#client/state/workbook.ts';
import { inOwnWork } from '#client/state/in-own-work.ts';
import { t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { Icon } from '#client/ui/icons.tsx';
import { PageHeading } from '#client/ui/PageHeading.tsx';
import { CarryCard } from './CarryCard.tsx';
import { Journey } from './Journey.tsx';
import { MadeBefore } from './MadeBefore.tsx';
import { MakeStep } from './MakeStep.tsx';
import { TakeStep } from './TakeStep.tsx';

export const FileExchange = inOwnWork(() => {
  const workbook = useWorkbook();
  const [notes, { refetch }] = createResource(async () => (await workbook.files()).made());
  const [latest, setLatest] = createSignal<MadeFiles>();
  const isAnswered = ({ id }: MadeFile): boolean =>
    notes.latest?.some((note) => note.id === id && note.answeredAt !== null) === true;
  /** They stay in sight until each has its reply: one that was not saved yet would be lost. */
  const made = (): MadeFiles | undefined => {
    const files = latest();
    return files?.files.every(isAnswered) === true ? undefined : files;
  };
  return (
    <div class="page full stack wide">
      <header class="stack">
        <p>
          <a class="back" href="/cho-gui">
            <Icon name="back" size={20} />
            {s().files.back}
          </a>
        </p>
        <PageHeading documentTitle={t().documentTitle(s().files.title)}>{s().files.title}</PageHeading>
        <p>{s().files.lead}</p>
        <Journey />
      </header>
      <div class="columns stack wide">
        <div class="stack">
          <MakeStep
            made={made()}
            onMade={(files) => {
              setLatest(files);
              void refetch();
            }}
          />
          <section class="card" aria-labelledby="give-file">
            <h2 id="give-file">{s().files.give}</h2>
            <p>{s().files.giveBody}</p>
            <p>{s().files.giveServer}</p>
            <p class="hint">{s().files.giveTwice}</p>
          </section>
          <TakeStep
            onTaken={() => {
              void refetch();
            }}
          />
        </div>
        <div class="stack">
          <CarryCard />
          <MadeBefore notes={notes.latest} />
        </div>
      </div>
    </div>
  );
});
