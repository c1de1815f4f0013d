import { Module, type DynamicModule } from '@nestjs/common';
import type { Settings } from './platform/config.ts';
import { PlatformModule } from './platform/platform.module.ts';
import { AccessModule } from './access/access.module.ts';
import { OrganisationModule } from './organisation/organisation.module.ts';
import { IdentityModule } from './identity/identity.module.ts';
import { PrivacyModule } from './privacy/privacy.module.ts';
import { LiveModule } from './live/live.module.ts';
import { MarkersModule } from './markers/markers.module.ts';
import { MeetingsModule } from './meetings/meetings.module.ts';
import { PreparationModule } from './preparation/preparation.module.ts';
import { MaterialsModule } from './materials/materials.module.ts';
import { NotesModule } from './notes/notes.module.ts';
import { ReflectionsModule } from './reflections/reflections.module.ts';
import { ActionsModule } from './actions/actions.module.ts';
import { MinutesModule } from './minutes/minutes.module.ts';
import { SharingModule } from './sharing/sharing.module.ts';
import { OverviewModule } from './overview/overview.module.ts';
import { ProjectorModule } from './projector/projector.module.ts';
import { ScreensModule } from './screens/screens.module.ts';
import { DocumentsModule } from './documents/documents.module.ts';
import { NotificationsModule } from './notifications/notifications.module.ts';
import { entities } from './entities.ts';

/** The rooms in reading order: a room imports only from those above it. */
@Module({})
export class AppModule {
  /** @param options.offline builds it without a database, for writing the schema down */
  static with(settings: Settings, options: { offline?: boolean } = {}): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(settings, entities, options),
        AccessModule.with(settings),
        OrganisationModule,
        IdentityModule,
        PrivacyModule,
        LiveModule,
        MarkersModule,
        MeetingsModule,
        PreparationModule,
        MaterialsModule,
        NotesModule,
        ReflectionsModule,
        ActionsModule,
        MinutesModule,
        SharingModule,
        OverviewModule,
        ProjectorModule,
        ScreensModule,
        DocumentsModule,
        NotificationsModule,
      ],
    };
  }
}
