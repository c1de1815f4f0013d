import { mkdir, rename } from 'node:fs/promises';
import { addTypenameToDocument } from '@apollo/client/utilities';

const withTypenames = ({ documents }) =>
  documents.map((file) => (file.document ? { ...file, document: addTypenameToDocument(file.document) } : file));
const here = (path) => new URL(path, import.meta.url);

/**
 * What `graphql-codegen` writes: the types of every document in the screens (src/gql), and the documents themselves by the
 * hash that the front end sends in place of their text (libs/schema/documents), which are all that a server in use answers.
 */
export default {
  schema: '../libs/schema/schema.graphql',
  documents: ['src/**/*.documents.ts', 'src/**/*.ts', 'src/**/*.tsx'],
  ignoreNoDocuments: true,
  silent: true,
  hooks: {
    afterAllFileWrite: async () => {
      await mkdir(here('../libs/schema/documents'), { recursive: true });
      await rename(here('src/gql/persisted-documents.json'), here('../libs/schema/documents/current.json'));
    },
  },
  generates: {
    './src/gql/': {
      preset: 'client',
      // The cache asks for __typename in every thing; with it in the documents, what is sent is what was written down.
      documentTransforms: [{ transform: withTypenames }],
      presetConfig: {
        fragmentMasking: false,
        persistedDocuments: { mode: 'embedHashInDocument', hashAlgorithm: 'sha256' },
      },
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        scalars: { Json: 'unknown', ID: 'string' },
        avoidOptionals: { field: true },
      },
    },
  },
};
