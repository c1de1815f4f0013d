import { PERSON_HEADER, REFUSAL_HEADER } from '#live-protocol/page.ts';

/** Why a file did not come, in the shape that `refusalWords` reads. */
export class FileRefused extends Error {
  readonly errors: { extensions: { code: string } }[];

  constructor(code: string) {
    super(code);
    this.errors = [{ extensions: { code } }];
  }
}

/** The name that the server gives a file (RFC 8187); what is no name of a file is none. */
export function nameIn(disposition: string | null): string {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(disposition ?? '')?.[1];
  try {
    return decodeURIComponent(encoded ?? '').replace(/[/\\]/g, ' ');
  } catch {
    return '';
  }
}

/**
 * Fetches a file that the server makes, and saves it by the name it has there. Not by a link: a page that was left open is refused
 * under another's session, and what is refused is said on the page.
 * @param person whose page it is
 * @throws FileRefused with the server's code; TypeError when it cannot be reached
 */
export async function download(path: string, person: string): Promise<void> {
  const response = await fetch(path, { credentials: 'same-origin', headers: { [PERSON_HEADER]: person } });
  if (!response.ok) throw new FileRefused(response.headers.get(REFUSAL_HEADER) ?? 'FAULT');
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = nameIn(response.headers.get('content-disposition'));
  link.click();
  // The browser has begun to save it by the next turn; some look the address up only then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
