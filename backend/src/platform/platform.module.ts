import { Global, Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { SETTINGS, type Settings } from './config.ts';
import { Database } from './database.ts';
import { Doorbell } from './doorbell.ts';
import { FaultLog } from './fault-log.ts';
import { ReplicaLine } from './replica-line.ts';
import { UnitOfWork } from './unit-of-work.ts';
import { Whisper } from './whisper.ts';
import { WIRE, wireOf } from './wire.ts';

/** What every later room stands on. The tables are given from outside, since they belong to later rooms. */
@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(@Inject(Database) private readonly database: Database) {}

  static with(settings: Settings, entities: EntityTarget<ObjectLiteral>[], { offline = false } = {}): DynamicModule {
    return {
      module: PlatformModule,
      providers: [
        { provide: SETTINGS, useValue: settings },
        {
          provide: Database,
          useFactory: async () => {
            const database = new Database(settings, entities);
            if (!offline) await database.open();
            return database;
          },
        },
        Doorbell,
        FaultLog,
        { provide: WIRE, inject: [SETTINGS, Database, FaultLog], useFactory: wireOf },
        ReplicaLine,
        UnitOfWork,
        Whisper,
      ],
      exports: [SETTINGS, Database, Doorbell, FaultLog, ReplicaLine, UnitOfWork, Whisper],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}
