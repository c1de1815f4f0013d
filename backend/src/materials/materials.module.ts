import { Module } from '@nestjs/common';
import { LeftFiles } from './left-files.ts';
import './material-in-meetings.ts';
import { MaterialFileDoor } from './material-file.door.ts';
import { MaterialUploadDoor } from './material-upload.door.ts';
import { MaterialResolver } from './material.resolver.ts';
import { MaterialService } from './material.service.ts';
import './materials.policy.ts';
import { MeetingMaterialsResolver } from './meeting-materials.resolver.ts';
import { Places } from './places.ts';
import { PostgresPlace } from './postgres-place.ts';
import { S3Place } from './s3-place.ts';

/** What a meeting is about beside its words: files and links. */
@Module({
  providers: [
    MeetingMaterialsResolver,
    MaterialResolver,
    MaterialService,
    MaterialFileDoor,
    MaterialUploadDoor,
    Places,
    PostgresPlace,
    S3Place,
    LeftFiles,
  ],
})
export class MaterialsModule {}
