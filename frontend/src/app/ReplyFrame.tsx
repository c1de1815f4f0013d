import { useIntl } from 'react-intl';
import { Button } from '#ui/Button.tsx';
import { Footer } from '#ui/Footer.tsx';
import { Reply } from '../notifications/Reply.tsx';
import { footLinks } from './foot-links.ts';
import { useLanguage } from './intl.tsx';

/** The page that a mail's link leads to, with what stands round every page: the choice of language, and the foot. */
export function ReplyFrame({ token }: { token: string }) {
  const intl = useIntl();
  const { language, choose } = useLanguage();
  return (
    <Reply
      token={token}
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
