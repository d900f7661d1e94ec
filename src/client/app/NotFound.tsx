/** An address that shows nothing. */
import { t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { PageHeading } from '#client/ui/PageHeading.tsx';

export const NotFound = () => (
  <div class="page stack">
    <header>
      <PageHeading documentTitle={t().documentTitle(s().notFound.title)}>{s().notFound.title}</PageHeading>
    </header>
    <p>{s().notFound.body}</p>
    <p>
      <a class="btn" href="/">
        {s().notFound.home}
      </a>
    </p>
  </div>
);
