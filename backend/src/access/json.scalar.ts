import { Scalar, type CustomScalar } from '@nestjs/graphql';

/** Changes as they are pushed and fetched: their fields are those of the schema's types, by name. And a note's tree. */
export class Json {}

@Scalar('Json', () => Json)
export class JsonScalar implements CustomScalar<unknown, unknown> {
  description =
    'A value as JSON; used only for changes, which carry fields of the types here by name, and for a note as a tree.';
  parseValue = (value: unknown): unknown => value;
  serialize = (value: unknown): unknown => value;
  parseLiteral = (): unknown => null;
}
