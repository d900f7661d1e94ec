/** An address of the calendar at which nothing stands. */
import { t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { Icon } from '#client/ui/icons.tsx';
import { PageHeading } from '#client/ui/PageHeading.tsx';
import { OBSERVANCES } from './place.ts';

export const NoSuch = () => (
  <div class="page stack">
    <header>
      <a class="back" href={OBSERVANCES}>
        <Icon name="back" size={20} />
        {s().calendar.observances}
      </a>
      <PageHeading documentTitle={t().documentTitle(s().calendar.title)}>{s().observance.noSuch}</PageHeading>
    </header>
  </div>
);
