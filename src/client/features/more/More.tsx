/** Who is here, the other pages, and the choices of this device. */
import { Show } from 'solid-js';
import { useDoor, useWorkbook } from '#client/state/context.ts';
import { inOwnWork } from '#client/state/in-own-work.ts';
import { mayOpenAny } from '#client/state/may-open.ts';
import { unitName } from '#client/state/unit-names.ts';
import { language, setLanguage, t, type Language } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { Choice } from '#client/ui/choices.tsx';
import { Icon } from '#client/ui/icons.tsx';
import { PageHeading } from '#client/ui/PageHeading.tsx';
import { setTheme, theme, type Theme } from '#client/ui/theme.ts';

const themes: readonly Theme[] = ['auto', 'light', 'dark'];
const languages: readonly { readonly value: Language; readonly label: string }[] = [
  { value: 'vi', label: 'Tiếng Việt' },
  { value: 'en', label: 'English' },
];

export const More = inOwnWork(() => {
  const workbook = useWorkbook();
  const door = useDoor();
  const agencies = workbook.list('agency');
  const me = () => workbook.me();
  const agencyName = () => agencies()?.find((agency) => agency.id === me().agency)?.fields.name ?? '';
  return (
    <div class="page stack wide">
      <header>
        <PageHeading documentTitle={t().documentTitle(s().more.title)}>{s().more.title}</PageHeading>
      </header>
      <section class="card" aria-labelledby="who">
        <h2 id="who" class="s dim">
          {s().more.who}
        </h2>
        <p class="big">{me().name}</p>
        <p class="dim">{me().title}</p>
        <dl class="pairs">
          <dt>{s().more.role}</dt>
          <dd>{s().roles[me().role]}</dd>
          <dt>{s().more.unit}</dt>
          <dd>{unitName(workbook)}</dd>
          <Show when={agencyName()}>
            <dt>{s().more.agency}</dt>
            <dd>{agencyName()}</dd>
          </Show>
        </dl>
      </section>
      <section aria-label={s().more.pages}>
        <ul class="card rows">
          <li>
            <a class="row" href="/ke-hoach">
              <Icon name="plan" />
              <span class="grow">{t().nav.plans}</span>
              <Icon name="next" size={18} />
            </a>
          </li>
          <li>
            <a class="row" href="/lich">
              <Icon name="calendar" />
              <span class="grow">{t().nav.calendar}</span>
              <Icon name="next" size={18} />
            </a>
          </li>
          <li>
            <a class="row" href="/so">
              <Icon name="book" />
              <span class="grow">{t().nav.registers}</span>
              <Icon name="next" size={18} />
            </a>
          </li>
          <li>
            <a class="row" href="/cho-gui">
              <Icon name="upload" />
              <span class="grow">{t().nav.sync}</span>
              <Icon name="next" size={18} />
            </a>
          </li>
          <li>
            <a class="row" href="/don-vi">
              <Icon name="above" />
              <span class="grow titled">
                {s().units.title}
                <Show when={mayOpenAny(me())}>
                  <span class="s dim">{s().units.open.fromMore}</span>
                </Show>
              </span>
              <Icon name="next" size={18} />
            </a>
          </li>
          <li>
            <a class="row" href="/trao-doi-bang-tep">
              <Icon name="device" />
              <span class="grow">{s().files.title}</span>
              <Icon name="next" size={18} />
            </a>
          </li>
          <li>
            <a class="row" href="/tai-khoan">
              <Icon name="lock" />
              <span class="grow">{s().account.title}</span>
              <Icon name="next" size={18} />
            </a>
          </li>
          <Show when={me().role === 'administrator'}>
            <li>
              <a class="row" href="/tai-khoan/nguoi-dung">
                <Icon name="person" />
                <span class="grow">{s().account.peopleTitle}</span>
                <Icon name="next" size={18} />
              </a>
            </li>
          </Show>
          <Show when={me().role === 'administrator' || me().role === 'auditor'}>
            <li>
              <a class="row" href="/tai-khoan/nhat-ky">
                <Icon name="clock" />
                <span class="grow">{s().account.trailTitle}</span>
                <Icon name="next" size={18} />
              </a>
            </li>
          </Show>
        </ul>
      </section>
      <section class="stack" aria-labelledby="settings">
        <h2 id="settings">{s().more.settings}</h2>
        <Choice
          id="language"
          legend={s().more.language}
          options={languages}
          value={language()}
          onChange={(value) => void setLanguage(value === 'en' ? 'en' : 'vi')}
        />
        <Choice
          id="theme"
          legend={s().more.theme}
          options={themes.map((one) => ({ value: one, label: s().more.themes[one] }))}
          value={theme()}
          onChange={(value) => setTheme(themes.find((one) => one === value) ?? 'auto')}
        />
      </section>
      <section class="stack">
        <div class="stack tight">
          <button type="button" class="btn main" onClick={door.lock}>
            <Icon name="lock" size={20} />
            {s().more.lock}
          </button>
          <p class="hint">{s().more.lockNote}</p>
        </div>
        <div class="stack tight">
          <button type="button" class="btn" onClick={door.addPerson}>
            <Icon name="person" size={20} />
            {s().more.other}
          </button>
          <p class="hint">{s().more.otherNote}</p>
        </div>
      </section>
      <section class="stack tight" aria-labelledby="storage">
        <h2 id="storage">{s().more.storage}</h2>
        <Show when={workbook.storage().persisted !== undefined}>
          <p class="dim">{workbook.storage().persisted ? s().more.persisted : s().more.notPersisted}</p>
        </Show>
        <Show when={workbook.storage().onlyOnce}>
          <p class="card warned">{s().more.onlyOnce}</p>
        </Show>
        <p>
          <a href="/khoi-phuc">{s().more.restore}</a>
        </p>
      </section>
      <section class="stack tight">
        <h2>{s().more.about}</h2>
        <p class="dim">
          {t().productName}. {s().more.aboutWords}
        </p>
      </section>
    </div>
  );
});
