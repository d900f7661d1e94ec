/** The registers: which there are, and the rows of the one that was chosen. */
import { useParams } from '@solidjs/router';
import { createMemo, Show } from 'solid-js';
import type { Register } from '#catalogue/registers.ts';
import { t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { Beside } from '#client/ui/Beside.tsx';
import { Icon } from '#client/ui/icons.tsx';
import { PageHeading } from '#client/ui/PageHeading.tsx';
import { placeAt, ROOT, type Place } from './place.ts';
import { RegisterDetail } from './RegisterDetail.tsx';
import { RegisterEditor } from './RegisterEditor.tsx';
import { RegisterIndex } from './RegisterIndex.tsx';
import { RegisterList } from './RegisterList.tsx';
import '#client/ui/registers.css';

export const Registers = () => {
  const params = useParams();
  const rest = () => (params['rest'] ?? '').replace(/\/$/u, '');
  const place = createMemo(() => placeAt(rest()));
  const register = createMemo(() => place()?.register);
  return (
    <Show when={rest() !== ''} fallback={<RegisterIndex />}>
      <Show when={register()} keyed fallback={<NoSuch />}>
        {(one) => <Show when={place()}>{(at) => <One register={one} at={at()} />}</Show>}
      </Show>
    </Show>
  );
};

interface OneProps {
  readonly register: Register;
  readonly at: Place;
}

const One = (props: OneProps) => (
  <Beside
    label={s().tables[props.register.table]}
    list={<RegisterList register={props.register} isPage={props.at.shows === 'list'} chosen={props.at.id} />}
    isAtList={props.at.shows === 'list'}
    chooseOne={s().registers.chooseOne}
    loading={t().loading}
  >
    <Chosen at={props.at} />
  </Beside>
);

/** Made anew for another row, and for a form. */
const Chosen = (props: { readonly at: Place }) => {
  const at = createMemo(() => props.at, undefined, { equals: (a, b) => a.shows === b.shows && a.id === b.id });
  return (
    <Show when={at()} keyed>
      {({ register, shows, id }) => (
        <Show when={shows === 'form'} fallback={<RegisterDetail register={register} id={id ?? ''} />}>
          <RegisterEditor register={register} id={id} />
        </Show>
      )}
    </Show>
  );
};

const NoSuch = () => (
  <div class="page stack">
    <header>
      <a class="back" href={ROOT}>
        <Icon name="back" size={20} />
        {s().registers.title}
      </a>
      <PageHeading documentTitle={t().documentTitle(s().registers.title)}>{s().registers.noSuch}</PageHeading>
    </header>
  </div>
);
