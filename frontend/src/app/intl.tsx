import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { IntlProvider } from 'react-intl';

export type Language = 'da' | 'en';

const LanguageContext = createContext<{ language: Language; choose: (language: Language) => void }>({
  language: 'da',
  choose: () => undefined,
});

/** The language, and how to change it. */
export const useLanguage = () => useContext(LanguageContext);

// Danish stands in the code; English is fetched only when it is chosen.
const english = import.meta.glob<{ default: Record<string, string> }>('../*/en.json');

function stored(): Language {
  try {
    return localStorage.getItem('pejling-language') === 'en' ? 'en' : 'da';
  } catch {
    return 'da';
  }
}

export function Languages({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(stored);
  const [messages, setMessages] = useState<Record<string, string>>({});
  useEffect(() => {
    document.documentElement.lang = language;
    if (language === 'da') return undefined;
    let current = true;
    void Promise.all(Object.values(english).map((load) => load())).then((rooms) => {
      if (current) setMessages(Object.assign({}, ...rooms.map((room) => room.default)));
    });
    return () => {
      current = false;
    };
  }, [language]);
  const value = useMemo(
    () => ({
      language,
      choose: (next: Language) => {
        try {
          localStorage.setItem('pejling-language', next);
        } catch {
          // Private windows may keep nothing; the choice then lasts as long as the page.
        }
        setLanguage(next);
      },
    }),
    [language],
  );
  const ready = language === 'da' || Object.keys(messages).length > 0;
  return (
    <LanguageContext value={value}>
      <I18nProvider locale={language === 'en' ? 'en-GB' : 'da-DK'}>
        <IntlProvider
          locale={ready && language === 'en' ? 'en-GB' : 'da-DK'}
          defaultLocale="da-DK"
          messages={language === 'en' ? messages : {}}
          timeZone="Europe/Copenhagen"
          onError={() => undefined}
        >
          {children}
        </IntlProvider>
      </I18nProvider>
    </LanguageContext>
  );
}
