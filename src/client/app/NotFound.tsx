/** An address that shows nothing. */
import { t } from '#client/texts/current.ts';
import { PageHeading } from '#client/ui/PageHeading.tsx';

export const NotFound = () => (
  <div class="page stack">
    <header>
      <PageHeading documentTitle={t().documentTitle(t().notFound.title)}>{t().notFound.title}</PageHeading>
    </header>
    <p>{t().notFound.body}</p>
    <p>
      <a class="btn" href="/">
        {t().notFound.home}
      </a>
    </p>
  </div>
);
