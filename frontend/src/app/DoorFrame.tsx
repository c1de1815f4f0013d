import { lazy } from 'react';
import { useIntl } from 'react-intl';
import { Button } from '#ui/Button.tsx';
import { Footer } from '#ui/Footer.tsx';
import { footLinks } from './foot-links.ts';
import { useLanguage } from './intl.tsx';

const Door = lazy(async () => ({ default: (await import('../identity/Door.tsx')).Door }));

/** The sign-in page with what stands round every page: the choice of language, and the foot. */
export function DoorFrame({ ahead }: { ahead: () => void }) {
  const intl = useIntl();
  const { language, choose } = useLanguage();
  return (
    <Door
      ahead={ahead}
      language={
        <Button variant="quiet" onPress={() => choose(language === 'da' ? 'en' : 'da')}>
          <span lang={language === 'da' ? 'en' : 'da'}>{language === 'da' ? 'English' : 'Dansk'}</span>
        </Button>
      }
      foot={
        <Footer label={intl.formatMessage({ id: 'app.foot', defaultMessage: 'Om Pejling' })} links={footLinks(intl)} />
      }
    />
  );
}
