import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { AppModule } from './app.module.ts';
import { readSettings } from './platform/config.ts';

const FILE = fileURLToPath(new URL('../../libs/schema/schema.graphql', import.meta.url));

// Needs no database: the schema is in the code. `node backend/dist/write-schema.js`, after a build.
const nowhere = 'postgres://nobody@127.0.0.1:1/none';
const app = await NestFactory.create<NestFastifyApplication>(
  AppModule.with(readSettings({ DATABASE_URL: nowhere, DATABASE_ADMIN_URL: nowhere }), { offline: true }),
  new FastifyAdapter({ logger: false }),
  { logger: ['fatal'], abortOnError: false },
);
await app.init();
const { schema } = app.get(GraphQLSchemaHost);
writeFileSync(FILE, `${printSchema(lexicographicSortSchema(schema))}\n`);
process.exit(0);
