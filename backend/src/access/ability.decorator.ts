import {
  Extensions,
  Field,
  Mutation,
  Query,
  ResolveField,
  type FieldOptions,
  type ReturnTypeFunc,
} from '@nestjs/graphql';

/** Names the ability an operation asks for. The server does not start with an operation or a field that names none. */
export const May = (ability: string): MethodDecorator & PropertyDecorator => Extensions({ ability });

/** A field and the ability by which it is read: the row's `_rel` must hold it, else the field is null. */
export const Readable =
  (ability: string, type: ReturnTypeFunc, options: FieldOptions = {}): PropertyDecorator =>
  (target, key) => {
    Field(type, options)(target, key);
    Extensions({ ability, fromRow: true })(target, key as string);
  };

/** A field that a later room adds to an earlier room's type. */
export const ReadableLater =
  (ability: string, type: ReturnTypeFunc, options: { nullable?: boolean; name?: string } = {}): MethodDecorator =>
  (target, key, descriptor) => {
    if (options.name) ResolveField(options.name, type, options)(target, key, descriptor);
    else ResolveField(type, options)(target, key, descriptor);
    May(ability)(target, key, descriptor);
  };

export const QueryFor =
  (ability: string, type: ReturnTypeFunc, options: { nullable?: boolean; name?: string } = {}): MethodDecorator =>
  (target, key, descriptor) => {
    Query(type, options)(target, key, descriptor);
    May(ability)(target, key, descriptor);
  };

export const MutationFor =
  (ability: string, type: ReturnTypeFunc, options: { nullable?: boolean; name?: string } = {}): MethodDecorator =>
  (target, key, descriptor) => {
    Mutation(type, options)(target, key, descriptor);
    May(ability)(target, key, descriptor);
  };
