import { Module } from '@nestjs/common';

/** The audit: who used which personal data. */
@Module({})
export class PrivacyModule {}
