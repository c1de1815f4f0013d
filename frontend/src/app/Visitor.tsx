import { Suspense } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ButtonLink } from '#ui/Button.tsx';
import { Footer } from '#ui/Footer.tsx';
import { WorkShell } from '#ui/Shell.tsx';
import { SkipLink } from '#ui/SkipLink.tsx';
import { TopLine } from '#ui/TopLine.tsx';
import { footLinks } from './foot-links.ts';
import { pages } from './routes.tsx';

/** What anybody may read before signing in: the pages that the foot of the sign-in page leads to. */
export const isOpenPage = (pathname: string): boolean =>
  ['/hjaelp', '/hvem-ser-hvad', '/privatliv', '/tilgaengelighed'].includes(pathname);

export function Visitor({ pathname }: { pathname: string }) {
  const intl = useIntl();
  const Page = pages.find((page) => page.path === pathname)?.Component;
  return (
    <WorkShell
      width="page"
      skip={<SkipLink label={intl.formatMessage({ id: 'app.skip', defaultMessage: 'Gå til indhold' })} />}
      top={
        <TopLine
          label={intl.formatMessage({ id: 'app.nav', defaultMessage: 'Hovedmenu' })}
          home="/"
          entries={[]}
          aside={
            <ButtonLink href="/" variant="secondary">
              <FormattedMessage id="app.signIn" defaultMessage="Log ind" />
            </ButtonLink>
          }
        />
      }
      footer={
        <Footer label={intl.formatMessage({ id: 'app.foot', defaultMessage: 'Om Pejling' })} links={footLinks(intl)} />
      }
    >
      <Suspense fallback={null}>{Page && <Page />}</Suspense>
    </WorkShell>
  );
}
