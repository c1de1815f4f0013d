/** What `graphql-codegen` writes to src/gql: the types of every document in the screens. */
export default {
  schema: '../libs/schema/schema.graphql',
  documents: ['src/**/*.documents.ts', 'src/**/*.ts', 'src/**/*.tsx'],
  ignoreNoDocuments: true,
  silent: true,
  generates: {
    './src/gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        scalars: { Json: 'unknown', ID: 'string' },
        avoidOptionals: { field: true },
      },
    },
  },
};
