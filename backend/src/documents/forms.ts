import type { Form } from './orders.ts';

const PDF = 'application/pdf';

/** What a document is fetched as, by the last part of its address. */
export const FORMS: ReadonlyMap<string, { form: Form; type: string; ending: string }> = new Map([
  ['pdf', { form: 'ua-1', type: PDF, ending: '.pdf' }],
  ['arkiv', { form: 'a-2a', type: PDF, ending: ' arkiv.pdf' }],
  [
    'word',
    {
      form: 'docx',
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      ending: '.docx',
    },
  ],
]);
