import { Printer } from 'lucide-react';
import { FormattedMessage } from 'react-intl';
import { Button } from '#ui/Button.tsx';

/** Leaders print, and so does the staff room. */
export function PrintButton() {
  return (
    <Button variant="quiet" icon={<Printer aria-hidden />} onPress={() => window.print()}>
      <FormattedMessage id="platform.print" defaultMessage="Udskriv" />
    </Button>
  );
}
