/**
 * The frame around every screen of an open workbook: who and what is not sent yet on top, the ribbon of the sample,
 * and the way around: under the thumb on a phone, a rail on a desk.
 */
import { useLocation, type RouteSectionProps } from '@solidjs/router';
import { ErrorBoundary, For, lazy, Show, Suspense } from 'solid-js';
import { useWorkbook } from '#client/state/context.ts';
import { mayRecord } from '#client/state/may-record.ts';
import { wrongClock } from '#client/state/wrong-clock.ts';
import { unitName } from '#client/state/unit-names.ts';
import { t } from '#client/texts/current.ts';
import { Icon, type IconName } from '#client/ui/icons.tsx';
import { createMediaQuery, WIDE } from '#client/ui/media.ts';
import { SampleRibbon } from './SampleRibbon.tsx';
import { StatusChip } from './StatusChip.tsx';

const ClockBanner = lazy(async () => ({ default: (await import('./ClockBanner.tsx')).ClockBanner }));

const Broken = lazy(async () => ({ default: (await import('./Broken.tsx')).Broken }));

interface Place {
  readonly href: string;
  readonly icon: IconName;
  readonly word: string;
}

const RECORD = '/hoat-dong/moi';
const MORE = '/them';
const behindMore = ['/ke-hoach', '/lich', '/so', '/cho-gui', '/trao-doi-bang-tep', '/don-vi'];

const phonePlaces = (): readonly Place[] => [
  { href: '/', icon: 'home', word: t().nav.today },
  { href: '/hoat-dong', icon: 'list', word: t().nav.activities },
  { href: RECORD, icon: 'plus', word: t().nav.recordLong },
  { href: '/chi-tieu', icon: 'bars', word: t().nav.indicators },
  { href: '/them', icon: 'more', word: t().nav.more },
];
const deskPlaces = (): readonly Place[] => [
  { href: '/', icon: 'home', word: t().nav.today },
  { href: '/hoat-dong', icon: 'list', word: t().nav.activities },
  { href: '/chi-tieu', icon: 'bars', word: t().nav.indicators },
  { href: '/ke-hoach', icon: 'plan', word: t().nav.plans },
  { href: '/lich', icon: 'calendar', word: t().nav.calendar },
  { href: '/so', icon: 'book', word: t().nav.registers },
  { href: '/cho-gui', icon: 'upload', word: t().nav.sync },
  { href: '/them', icon: 'more', word: t().nav.more },
];

const isHere = (path: string, href: string): boolean => {
  if (href === '/' || href === RECORD) return path === href;
  return path !== RECORD && (path === href || path.startsWith(`${href}/`));
};

export const initialsOf = (name: string): string =>
  name
    .split(/\s+/u)
    .slice(-2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toLocaleUpperCase('vi');

/** Not even the page that tells of a failure could be fetched. */
const ReloadButton = () => (
  <button type="button" class="btn" onClick={() => window.location.reload()}>
    {t().unusable.reload}
  </button>
);

export const Shell = (props: RouteSectionProps) => {
  const workbook = useWorkbook();
  /** Whose phone it is, whatever is open on it. */
  const own = workbook.opened?.own ?? workbook;
  const location = useLocation();
  const wide = createMediaQuery(WIDE);

  /** A form on a phone has one button under the thumb: its own. */
  const isTyping = () => /\/(?:moi|nhap|sua)$/u.test(location.pathname);

  /** On a phone the plans and what waits are reached through "Thêm". */
  const standsFor = (place: Place) =>
    !wide() && place.href === MORE && behindMore.some((href) => isHere(location.pathname, href));

  const currentOf = (place: Place) => {
    if (isHere(location.pathname, place.href)) return 'page';
    return standsFor(place) ? 'true' : undefined;
  };

  const link = (place: Place) => (
    <li>
      <a
        href={place.href}
        classList={{ plus: place.href === RECORD }}
        aria-current={currentOf(place)}
        aria-label={place.href === RECORD ? place.word : undefined}
      >
        <Icon name={place.icon} size={place.href === RECORD ? 28 : 22} />
        <Show when={place.href !== RECORD}>
          <span>{place.word}</span>
        </Show>
      </a>
    </li>
  );

  return (
    <>
      <a class="skip" href="#main">
        {t().skip}
      </a>
      <div class="frame" classList={{ typing: isTyping() }}>
        <Show
          when={wide()}
          fallback={
            <header class="topbar">
              <a class="avatar" href="/them" aria-label={`${own.me().name}, ${unitName(own)}`}>
                {initialsOf(own.me().name)}
              </a>
              <StatusChip />
            </header>
          }
        >
          <nav class="nav" aria-label={t().nav.label}>
            <p class="brand">{t().shortName}</p>
            <Show when={mayRecord(workbook.me())}>
              <a class="plus" href={RECORD} aria-current={isHere(location.pathname, RECORD) ? 'page' : undefined}>
                <Icon name="plus" />
                {t().nav.recordLong}
              </a>
            </Show>
            <ul>
              <For each={deskPlaces()}>{link}</For>
            </ul>
            <div class="foot">
              <StatusChip />
              <p class="s dim">
                {own.me().name}
                <br />
                {unitName(own)}
              </p>
            </div>
          </nav>
        </Show>
        <div>
          {workbook.opened?.strip()}
          <Show when={workbook.isSample()}>
            <SampleRibbon />
          </Show>
          <Show when={wrongClock(workbook.sync().clockAheadMs)}>
            {(aheadMs) => (
              <Suspense>
                <ClockBanner aheadMs={aheadMs()} />
              </Suspense>
            )}
          </Show>
          <main id="main" tabindex="-1">
            <Suspense fallback={<p class="page busy">{t().loading}</p>}>
              <ErrorBoundary
                fallback={(error: unknown, reset) => (
                  <ErrorBoundary fallback={<ReloadButton />}>
                    <Broken error={error} onLeave={reset} />
                  </ErrorBoundary>
                )}
              >
                {props.children}
              </ErrorBoundary>
            </Suspense>
          </main>
        </div>
        <Show when={!wide() && !isTyping()}>
          <nav class="nav" aria-label={t().nav.label}>
            <ul>
              <For each={phonePlaces().filter((place) => place.href !== RECORD || mayRecord(workbook.me()))}>
                {link}
              </For>
            </ul>
          </nav>
        </Show>
      </div>
    </>
  );
};
