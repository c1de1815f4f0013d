import { describe, expect, it } from 'vitest';
import { readSettings, SettingsRefused } from '../../src/platform/config.ts';

const DATABASES = { DATABASE_URL: 'postgres://a@localhost/p', DATABASE_ADMIN_URL: 'postgres://b@localhost/p' };
const HERE = import.meta.filename;

const faultsOf = (settings: Record<string, string>): string[] => {
  try {
    readSettings({ ...DATABASES, ...settings });
    return [];
  } catch (error) {
    return (error as SettingsRefused).faults.map((fault) => fault.split(':')[0]!);
  }
};

describe('the settings', () => {
  it('are refused all at once, each fault by the name of its variable', () => {
    expect(
      faultsOf({
        DATABASE_URL: 'mysql://x',
        PORT: '70000',
        LOG_LEVEL: 'loud',
        TLS_CERT: '/no/such/file',
        SESSION_HOURS: '0',
        REDIS_URL: 'localhost:6379',
        HOST: '0.0.0.0',
      }),
    ).toEqual(['DATABASE_URL', 'REDIS_URL', 'PORT', 'TLS_CERT', 'SESSION_HOURS', 'LOG_LEVEL', 'TLS_KEY']);
    expect(faultsOf({ SESSION_HOURS: '0', HOST: '0.0.0.0' })).toEqual(['SESSION_HOURS', 'HOST']);
  });

  it('are refused without a word of what they hold, which may be a password', () => {
    const refused = () => readSettings({ DATABASE_URL: 'mysql://pejling:hemmeligt@a/p' });
    expect(refused).toThrow(/DATABASE_URL: skal være .+\n.+DATABASE_ADMIN_URL: mangler/);
    expect(refused).not.toThrow(/hemmeligt/);
  });

  it('take a password with a percent sign only as it can be read again', () => {
    expect(faultsOf({ REDIS_URL: 'redis://:50%kaffe@a' })).toEqual(['REDIS_URL']);
    expect(faultsOf({ REDIS_URL: 'redis://:50%25kaffe@a' })).toEqual([]);
  });

  it('do not let the server be reached from other machines without https', () => {
    expect(faultsOf({ HOST: '0.0.0.0' })).toEqual(['HOST']);
    expect(faultsOf({ HOST: '192.168.1.4' })).toEqual(['HOST']);
  });

  it('let it be reached with a certificate and its key, or behind a proxy that is named', () => {
    expect(faultsOf({ HOST: '0.0.0.0', TLS_CERT: HERE, TLS_KEY: HERE })).toEqual([]);
    expect(faultsOf({ HOST: '0.0.0.0', TRUST_PROXY: '1' })).toEqual([]);
    expect(faultsOf({ HOST: '0.0.0.0', TRUST_PROXY: '10.0.0.0/8, 127.0.0.1' })).toEqual([]);
  });

  it('ask for both the certificate and its key', () => {
    expect(faultsOf({ TLS_CERT: HERE })).toEqual(['TLS_KEY']);
    expect(faultsOf({ TLS_KEY: HERE })).toEqual(['TLS_CERT']);
  });

  it('ask for all three of mail’s, or none, and for addresses that can be used', () => {
    const mail = {
      SMTP_URL: 'smtp://a@post.example:587',
      MAIL_FROM: 'p@skole.example',
      PUBLIC_URL: 'https://p.example',
    };
    expect(faultsOf(mail)).toEqual([]);
    for (const name of Object.keys(mail)) expect(faultsOf({ ...mail, [name]: '' })).toEqual([name]);
    expect(faultsOf({ PUBLIC_URL: 'https://p.example' })).toEqual(['SMTP_URL', 'MAIL_FROM']);
    expect(faultsOf({ SMTP_URL: 'post.example', MAIL_FROM: 'Pejling <p@skole.example>', PUBLIC_URL: '/p' })).toEqual([
      'PUBLIC_URL',
      'SMTP_URL',
      'MAIL_FROM',
    ]);
    for (const url of ['javascript:alert(1)', 'ftp://p.example', 'https://a:b@p.example'])
      expect(faultsOf({ ...mail, PUBLIC_URL: url }), url).toEqual(['PUBLIC_URL']);
    for (const from of ['p@skole.example\r\nBcc: x@y.example', 'p', 'a@b, c@d'])
      expect(faultsOf({ ...mail, MAIL_FROM: from }), from).toEqual(['MAIL_FROM']);
  });

  it('ask for all five of a bucket’s, or none, and for a scanner with a port', () => {
    const bucket = {
      S3_ENDPOINT: 'https://s3.example',
      S3_BUCKET: 'pejling-filer',
      S3_REGION: 'eu-north-1',
      S3_ACCESS_KEY_ID: 'a',
      S3_SECRET_ACCESS_KEY: 'b',
    };
    expect(faultsOf(bucket)).toEqual([]);
    for (const name of Object.keys(bucket)) expect(faultsOf({ ...bucket, [name]: '' })).toEqual([name]);
    expect(faultsOf({ ...bucket, S3_ENDPOINT: 'ftp://s3.example', S3_BUCKET: '../x' })).toEqual([
      'S3_ENDPOINT',
      'S3_BUCKET',
    ]);
    for (const url of ['clamav:3310', 'http://clamav:3310', 'tcp://clamav'])
      expect(faultsOf({ CLAMAV_URL: url, MATERIAL_TEAM_MB: '1' }), url).toEqual(['CLAMAV_URL', 'MATERIAL_TEAM_MB']);
    expect(faultsOf({ CLAMAV_URL: 'tcp://[::1]:3310' })).toEqual([]);
  });

  it('have what most want, where nothing is said', () => {
    expect(readSettings(DATABASES)).toMatchObject({ HOST: '127.0.0.1', PORT: 3000, GRAPHQL_DOCUMENTS: 'trusted' });
  });
});
